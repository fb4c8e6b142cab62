"""Commands. Nobody needs them; they are there because people try them."""

from bot.domain.permissions import Role
from handlers import customer_data, customer_start, customer_wishes, language, owner_start
from handlers.tables.entry import Entry, at_work, reads, writes

# By role, "" is everybody else.
COMMANDS: dict[str, dict[Role | str, Entry]] = {
    "start": {"": writes(customer_start.start), **at_work(writes(owner_start.start))},
    "help": {"": reads(customer_start.can_say), **at_work(reads(owner_start.can_say))},
    "privacy": {"": reads(customer_start.privacy)},
    "stop": {"": writes(customer_wishes.stop_command)},
    "mydata": {"": reads(customer_data.my_data)},
    "export": {"": reads(customer_data.take)},
    "delete": {"": reads(customer_data.erase)},
    "language": {"": reads(language.which)},
}
