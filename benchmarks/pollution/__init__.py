"""A benchmark of polluted CSV files, written anew from the published description of one (see `pollute`)."""
