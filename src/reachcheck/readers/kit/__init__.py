"""What platform readers are built with: columns and objects of a file, their rows, and the account of them all."""
