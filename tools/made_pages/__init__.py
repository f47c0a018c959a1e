"""The pages of the documentation that are made from the code: a page a rule, the commands, the words."""
