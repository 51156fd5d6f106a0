#| about = "XML names other files in its entities"
#| bites = true
import xml.sax, xml.sax.handler
class Notes(xml.sax.handler.ContentHandler):
    text = ""
    def characters(self, text): Notes.text += text
reader = xml.sax.make_parser()
reader.setFeature(xml.sax.handler.feature_external_ges, True)
reader.setContentHandler(Notes())
try:
    reader.feed('<!DOCTYPE a [<!ENTITY x SYSTEM "file://@SECRET@">]><a>&x;</a>')
except Exception as refusal:
    print("DENIED", refusal)
print("BREACH" if "TOPSECRET" in Notes.text else "DENIED")
