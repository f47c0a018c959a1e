"""`python -m reachcheck`."""

from reachcheck.cli.app import main

if __name__ == "__main__":
    main()
