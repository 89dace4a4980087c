"""R4xx: who may write what to whom (条例第四章)."""
