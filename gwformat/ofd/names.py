"""What the writer and the reader of OFD call by the same name (GB/T 33190-2016, clause 7)."""

NAMESPACE = "http://www.ofdspec.org/2016"
ENTRY = "OFD.xml"
