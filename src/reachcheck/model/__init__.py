"""What things are: columns, tables, dossiers, sources. No behaviour beyond slicing and joining."""
