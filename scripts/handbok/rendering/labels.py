"""Swedish labels of the words that fields choose among."""

from __future__ import annotations

LABELS: dict[str, str] = {
    "forberedelse": "Förberedelse", "utforska": "Utforska", "utrusta": "Utrusta", "utfora": "Utföra",
    "teamovning": "Teamövning", "aktivitet": "Aktivitet", "reflektion": "Reflektion",
    "bekraftad": "Bekräftad", "att-verifiera": "Att verifiera",
    "upplevt": "Upplevt av dem som deltog", "raknat": "Räknat", "utvarderat": "Utvärderat", "okant": "Okänt",
    "nationell": "Nationell", "regional": "Regional", "lokal": "Lokal",
    "utsatt": "den som är utsatt", "barn": "barn och unga", "anhorig": "anhöriga", "yrkesverksam": "yrkesverksamma",
    "kopare": "den som köper sexuella handlingar", "allmanhet": "allmänheten",
    "akut": "Akut", "stodlinje": "Stödlinje", "stodlinje-barn": "Stödlinje för barn och unga",
    "stod-yrkesverksamma": "Stöd till yrkesverksamma", "tips": "Tips", "myndighet": "Myndighet",
    "mottagning": "Mottagning", "mottagning-kopare": "Mottagning för den som köper", "civilsamhalle": "Civilsamhälle",
    "jourorganisation": "Jourorganisation", "natverk": "Nätverk", "kommun": "Kommun", "fack": "Fack",
    "atervandande": "Återvändande", "stodprogram": "Stödprogram", "kunskapsstod": "Kunskapsstöd",
    "bok": "Bok", "rapport": "Rapport", "artikel": "Artikel", "handbok": "Handbok", "webbsida": "Webbsida",
    "lagtext": "Lagtext", "forarbete": "Förarbete", "register": "Register", "utbildning": "Utbildning",
    "konvention": "Konvention", "lag": "Lag", "forordning": "Förordning", "foreskrift": "Föreskrift",
    "protokoll": "Protokoll", "direktiv": "Direktiv", "eu-forordning": "EU-förordning", "strategi": "Strategi",
    "program": "Program", "uppdrag": "Uppdrag",
    "galler": "Gäller", "beslutad": "Beslutad, gäller inte än", "foreslagen": "Föreslagen",
    "under-18": "Den utsatta är under 18 år", "18-eller-mer": "Den utsatta är 18 år eller äldre", "alla": "Alla åldrar",
    "liggande": "liggande", "staende": "stående",
    "rekrytering": "Rekrytering", "resa": "Resa", "utnyttjande": "Utnyttjande",
    "start": "Start", "ovning": "Övning", "paus": "Paus", "genomgang": "Genomgång", "avslut": "Avslut",
    "plan": "Plan", "rutin": "Rutin", "rollbeskrivning": "Rollbeskrivning", "upptackt": "Upptäckt", "stod": "Stöd",
    "forebyggande": "Förebyggande", "styrning": "Styrning", "metod": "Metod",
}  # fmt: skip
"""What each word is called where a reader sees it."""
