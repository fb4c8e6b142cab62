"""Whom a campaign goes to: the policy is asked about everybody on its list, and whoever is out is so for a reason."""

from collections.abc import Sequence
from dataclasses import replace

from bot.actions import by_hand
from bot.actions.people import reach
from bot.actions.readers import persons_of
from bot.actions.unit import Unit
from bot.domain.campaigns import KEPT
from bot.domain.message_policy import Drop, Person, Wanted, judge
from bot.domain.outgoing import Kind, Words
from bot.domain.packing import unpack_words
from bot.domain.reach import Reach
from bot.texts import languages
from storage import campaigns, outbox
from storage.models import Campaign, Customer


def sort_out(unit: Unit, campaign: Campaign) -> None:
    """Ask the policy about everybody who was not struck out: who gets it, whom only a hand reaches, who does not."""
    found = campaigns.people(unit.session, campaign.id or 0, ("asked", "hand", "out"))
    everybody = [customer for one, customer in found if one.reason != "struck"]
    persons = persons_of(unit, everybody)
    waiting, dealt = campaigns.with_open_case(unit.session), by_hand.recent_dealers(unit, everybody)
    # An invitation is no news to whoever was invited to the same, whether they came in between or not.
    invites = campaign.kind == Kind.INVITATION
    told = {
        (one.customer_id, None if invites else one.since)
        for one, earlier in campaigns.told_before(unit.session, [customer.id or 0 for customer in everybody])
        if earlier.problem == campaign.problem and campaign.problem is not None
    }
    language = _language_of(unpack_words(campaign.problem)) if campaign.problem else None
    reads = languages_of(unit, everybody) if language is not None else {}
    for one, customer in found:
        if one.reason == "struck":
            continue
        customer_id = customer.id or 0
        wanted = Wanted(
            Kind(campaign.kind),
            expires_at=unit.now + KEPT,
            news=(customer_id, None if invites else one.since) not in told,
        )
        part, reason = _part(unit, customer, persons[customer_id], wanted, dealt=customer_id in dealt)
        if part != "out" and customer_id in waiting:
            part, reason = "out", "open_case"
        elif part != "out" and one.since is None:
            part, reason = "out", "never_here"
        elif part != "out" and language is not None and reads[customer_id] != language:
            part, reason = "out", "other_language"
        if (one.part, one.reason) != (part, reason):  # With a list of thousands most of the time goes into writing.
            one.part, one.reason = part, reason
    unit.session.flush()


def _part(unit: Unit, customer: Customer, person: Person, wanted: Wanted, *, dealt: bool) -> tuple[str, str | None]:
    if person.linked and not person.blocked:
        verdict = judge(wanted, person, unit.now)
        return ("out", verdict.reason) if isinstance(verdict, Drop) else ("asked", None)
    if reach(customer) is Reach.NONE:
        return "out", "unreachable"
    consented = person.advertising_consent or (dealt and not person.refused)
    by_telegram = judge(wanted, _as_reached(person, consents=consented), unit.now)
    return ("out", by_telegram.reason) if isinstance(by_telegram, Drop) else ("hand", "hand")


def _as_reached(person: Person, *, consents: bool) -> Person:
    """The same person, as if the bot reached them."""
    return replace(person, blocked=False, linked=True, deleted=False, advertising_consent=consents, night_consent=False)


def languages_of(unit: Unit, customers: Sequence[Customer]) -> dict[int, languages.Language]:
    """In what each of them will read it: as they have chosen, or as they were last answered."""
    spoken = outbox.last_languages(unit.session, [one.chat_id for one in customers if one.chat_id and not one.language])
    return {
        one.id or 0: languages.choose(one.language or spoken.get(one.chat_id or 0), None, unit.shop.language)
        for one in customers
    }


def _language_of(problem: Words) -> str | None:
    """The language of own words; an offered problem is there in all of them."""
    text = problem.args.get("text")
    return languages.heard(text) if isinstance(text, str) else None
