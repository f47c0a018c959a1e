"""Maps of a list: in which order its members came, and when each was born; blocks that stand out in such a map.

Days are floats, from any origin. A list is given oldest tie first, without missing values.
"""
