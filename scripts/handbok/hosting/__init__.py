"""What a server needs: headers, its files, packed files. The policy of the pages stands here as well."""
