"""Charts as SVG: pure functions of figures and words, drawn without any library.

Horizontal places are per cent and vertical ones pixels, so that text keeps its size on a phone, on a screen and on
paper; only lines and areas are stretched, in a picture within the picture. Colours are classes that a style names.
"""
