"""The client: who they are, what they agreed to, and what keeps everyone safe."""
