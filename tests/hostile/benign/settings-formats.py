#| out = "1 {'x': [1, 2]} {'c': '1'}\n"
import configparser, io, tomllib, xml.etree.ElementTree as tree
parser = configparser.ConfigParser()
parser.read_string("[a]\nb = 1\n")
print(parser["a"].getint("b"), tomllib.loads("x = [1, 2]"), tree.fromstring("<a><b c='1'>t</b></a>").find("b").attrib)
