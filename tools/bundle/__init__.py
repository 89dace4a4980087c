"""The offline bundle: wheels for one platform come in, a folder that installs without a network goes out."""
