"""`python -m moocbuild`."""

from moocbuild.cli import main

if __name__ == "__main__":
    main()
