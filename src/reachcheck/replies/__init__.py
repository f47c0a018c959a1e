"""The right of reply: a sheet for the person, and what they say beside the findings of the day it is read."""
