"""Property tests are judged by what they find and not by how fast a busy machine finds it."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
