#| out = "run as a program __main__\n"
def main():
    print("run as a program", __name__)
if __name__ == "__main__":
    main()
