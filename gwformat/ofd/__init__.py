"""Reading OFD (GB/T 33190-2016): a file comes in, frozen values go out – those of a PDF, and what only OFD has."""
