#| out = "True 1\n"
import io, unittest
class Sums(unittest.TestCase):
    def setUp(self):
        self.row = [1, 2]
    def test_sum(self):
        self.assertEqual(sum(self.row), 3)
    def test_wrong(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0
    @unittest.skip("later")
    def test_later(self):
        pass
result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Sums))
print(result.wasSuccessful(), len(result.skipped))
