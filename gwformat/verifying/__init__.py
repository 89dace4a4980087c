"""Signed values come in; whether they fit what they say they sign goes out (GB/T 38540-2020, GB/T 35275-2017).

Only public operations: no key is ever made or used here, nothing is asked of the net, and who issued a certificate
is said but not judged.
"""
