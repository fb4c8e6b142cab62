"""What a message is called in lists: by its kind, or by its event where the kind would say something else."""

_BY_EVENT = frozenset({"late", "moved", "cancelled", "closed-days"})


def called(kind: str, key: str) -> str:
    """The name of a message of this kind with this key in the outbox, whose first part is its event."""
    event = key.partition(":")[0]
    return event if event in _BY_EVENT else kind
