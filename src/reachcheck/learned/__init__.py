"""What is learned from marks of followers: two small models that have to agree, and the share they tell of a list.

Off unless asked for. scikit-learn fits (`fit.py`, the only place with it); a file of plain JSON is read and applied
with numpy alone.
"""
