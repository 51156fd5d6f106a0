#| out = "Namespace(n=5, names=['a']) 3 1\n"
import argparse, sys
parser = argparse.ArgumentParser(prog="x")
parser.add_argument("--n", type=int, default=3)
parser.add_argument("names", nargs="*")
print(parser.parse_args(["--n", "5", "a"]), parser.parse_args([]).n, len(sys.argv))
