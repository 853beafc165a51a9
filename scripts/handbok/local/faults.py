"""Rules that only an edition can break. What depends on today's date only warns: a corrected number must get out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from ..model import Kommun, Kontakt, Lan, Regionkoordinator
from ..problems import Problem
from .contrast import DARK, LEAST, LIGHT, worst
from .laying import Local
from .overlay import is_own_name

LOCAL_FAULTS = {
    "lokal-fil": "En lokal mapp får bara ha egna filer; en länk kan leda till något som inte ska ut.",
    "lokal-typ": "En utgåva kan lägga till kontakter, övningar, exempel, fall, blad och källor, men aldrig ändra lag, "
    "tecken eller metod.",
    "lokal-sida": "En egen sida behöver en rubrik för att få ett namn i listan.",
    "lokal-logotyp": "En logotyp är en bild och inget annat: ett skript i den skulle köras hos läsaren.",
    "lokal-flyttad": "Handboken har gett posten ett nytt id; det gamla kan försvinna.",
}
"""What reading an overlay finds on its own -> why it is a fault."""

_YEAR = timedelta(days=366)


def lokal_andrar(local: Local) -> Iterator[Problem]:
    """En utgåva lägger till men ändrar inte handboken; bara en lokal kontakt i den egna kommunen får ersättas."""
    for entry in local.replaced:
        before = local.base[entry.id]
        if not isinstance(before, Kontakt) or not _is_here(before, local):
            what = before.namn[0]
            message = f"”{entry.id}” finns redan i handboken, och den ({what}) får inte ändras lokalt. Byt filnamn"
            yield entry.problem((), f"{message} till något som börjar med lokal-")


def _is_here(contact: Kontakt, local: Local) -> bool:
    """Whether a contact of the handbook is for this municipality or its county only."""
    if contact.niva == "nationell":
        return False
    return local.utgava.kommun in contact.kommuner or (not contact.kommuner and local.utgava.lan in contact.lan)


def lokalt_namn(local: Local) -> Iterator[Problem]:
    """Egna poster heter lokal-…, så att handboken aldrig kan få en post med samma id."""
    for entry in local.added:
        if not is_own_name(entry.id):
            yield entry.problem((), f"byt filnamn till {entry.typ}/lokal-{entry.slug}.yml")


def farg_utan_kontrast(local: Local) -> Iterator[Problem]:
    """Text i accentfärgen ska gå att läsa: minst 4,5:1 på ljusa och mörka sidor (WCAG 1.4.3)."""
    if colour := local.utgava.farg:
        for name, value, grounds in (("ljus", colour.ljus, LIGHT), ("mork", colour.mork, DARK)):
            ground, found = worst(value, grounds)
            if found < LEAST:
                ratio = f"{found:.1f}".replace(".", ",")
                message = f"färgen ”{value}” har kontrasten {ratio}:1 mot {ground}; minst 4,5:1 behövs"
                yield local.utgava.problem(("farg", name), f"{message}. Välj en {_other(name)} färg")


def _other(name: str) -> str:
    return "mörkare" if name == "ljus" else "ljusare"


def kommun_utanfor_lanet(local: Local) -> Iterator[Problem]:
    """Kommunen ligger i det län som utgåvan säger."""
    kommun = local.base.find(local.utgava.kommun) if local.utgava.kommun else None
    if isinstance(kommun, Kommun) and kommun.lan != local.utgava.lan:
        yield local.utgava.problem(("lan",), f"{kommun.rubrik} ligger i {kommun.lan}, inte i {local.utgava.lan}")


def omrade_har_andrats(local: Local) -> Iterator[Problem]:
    """Länsstyrelse, polisregion och regionkoordinator är de som handboken anger för länet."""
    utgava, lan = local.utgava, local.base.find(local.utgava.lan)
    if not isinstance(lan, Lan):
        return
    for name, now in (("lansstyrelse", lan.lansstyrelse), ("polisregion", lan.polisregion)):
        if getattr(utgava, name) != now:
            yield utgava.warning(
                (name,), f"för {lan.rubrik} anger handboken ”{now}”. Ändra, eller säg till om det är fel"
            )
    areas = [area.id for area in local.base.all(Regionkoordinator) if lan.id in area.lan]
    if areas and utgava.regionkoordinator not in areas:
        yield utgava.warning(("regionkoordinator",), f"för {lan.rubrik} anger handboken ”{areas[0]}”")


def kontakt_utan_reserv(local: Local) -> Iterator[Problem]:
    """En egen kontakt säger vad man gör när den är stängd eller inte svarar."""
    for entry in local.overlay.entries.values():
        if isinstance(entry, Kontakt):
            always = entry.oppet is not None and "dygnet runt" in entry.oppet.lower()
            if not always and not entry.utanfor_oppettid:
                yield entry.problem((), "kontakten saknar utanfor_oppettid: vad man gör när det är stängt")
            if not entry.reserv and entry.telefon:
                yield entry.problem(
                    (), "kontakten saknar reserv: vem man ringer när ingen svarar, som kontakt/nodnummer"
                )


def kontakt_utan_omrade(local: Local) -> Iterator[Problem]:
    """En egen kontakt är lokal eller regional, aldrig nationell."""
    for entry in local.overlay.entries.values():
        if isinstance(entry, Kontakt) and entry.niva == "nationell":
            yield entry.problem(
                ("niva",), "en egen kontakt har niva: lokal eller regional. En nationell hör till handboken"
            )


def rutin_utan_nummer(local: Local) -> Iterator[Problem]:
    """Det som rutinen säger att man ska ringa har ett bekräftat nummer; annars kommer det aldrig på ett blad."""
    rutin = local.utgava.rutin
    for name in ("ring_forst", "i_andra_hand", "utanfor_kontorstid", "oro_for_barn"):
        contact = local.contact(getattr(rutin, name)) if rutin else None
        if contact and not any(number.sakerhet == "bekraftad" for number in contact.telefon):
            yield local.utgava.problem(
                ("rutin", name), f"”{contact.id}” har inget bekräftat nummer och kan inte stå i rutinen"
            )


def bedomning_i_framtiden(local: Local) -> Iterator[Problem]:
    """Ingen kan ha bedömt webbplatsen på en dag som inte har varit."""
    facts = local.utgava.tillganglighet
    for name in ("bedomd", "uppdaterad"):
        if getattr(facts, name) > local.today:
            yield local.utgava.problem(("tillganglighet", name), f"{getattr(facts, name)} ligger efter dagens datum")


def gammal_bedomning(local: Local) -> Iterator[Problem]:
    """Tillgängligheten bedöms minst en gång om året."""
    facts = local.utgava.tillganglighet
    if facts.bedoms_igen < local.today:
        message = f"TILLGÄNGLIGHETEN BEDÖMDES {facts.bedomd}, för mer än ett år sedan. Bedöm på nytt"
        yield local.utgava.warning(("tillganglighet", "bedomd"), f"{message}; sidan säger att den är för gammal")


def gammal_sakerhetskontakt(local: Local) -> Iterator[Problem]:
    """Uppgiften om vart man anmäler säkerhetsbrister ses över minst en gång om året (RFC 9116)."""
    until = local.utgava.sakerhet.galler_till
    if until < local.today:
        yield local.utgava.warning(("sakerhet", "galler_till"), f"uppgiften gällde till {until}. Se över den")
    elif local.today + _YEAR < until:
        yield local.utgava.warning(("sakerhet", "galler_till"), f"{until} är mer än ett år bort. Skriv en närmare dag")


LOCAL_RULES: tuple[Callable[[Local], Iterator[Problem]], ...] = (
    lokal_andrar,
    lokalt_namn,
    farg_utan_kontrast,
    kommun_utanfor_lanet,
    omrade_har_andrats,
    kontakt_utan_reserv,
    kontakt_utan_omrade,
    rutin_utan_nummer,
    bedomning_i_framtiden,
    gammal_bedomning,
    gammal_sakerhetskontakt,
)
"""Every rule of an edition, in the order a person would ask."""
