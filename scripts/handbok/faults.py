"""The faults that reading and printing find on their own, with the reason why each is one.

Rules over the whole handbook carry their reasons themselves.
"""

from __future__ import annotations

FAULTS: dict[str, str] = {
    "olasbar-fil": "Filen måste gå att öppna.",
    "filnamn": "Sökvägen är id:t: bara a–z, siffror och bindestreck, i en mapp för innehållstypen, med ändelsen .yml.",
    "for-stor-fil": "En post är en sak. Över 200 kB är något annat än en post.",
    "inte-utf8": "Alla filer sparas som UTF-8, annars förstörs å, ä och ö.",
    "bom": "Ett osynligt tecken först i filen stör andra program.",
    "tabb": "YAML räknar indrag i mellanslag; tabbar ger fel som inte syns.",
    "olasbar-yaml": "Filen måste vara giltig YAML för att kunna läsas.",
    "dubbel-nyckel": "Skrivs ett fält två gånger gäller bara det ena, utan att det syns vilket.",
    "ankare-eller-tagg": "Ankare, alias och taggar gör filen svår att läsa och kan missbrukas.",
    "okant-falt": "Ett felstavat fält skulle tyst försvinna.",
    "saknat-falt": "Fältet behövs för att posten ska kunna visas.",
    "tomt-falt": "Ett tomt fält är nästan alltid en glömd text eller en text som YAML läst som kommentar.",
    "fel-typ": "Värdet måste vara av det slag som fältet beskriver.",
    "tabellrad": "En rad i en tabell måste ha samma kolumner som rubrikraden och en egen kod.",
    "fel-form": "När alla skriver samma sak på samma sätt visar en skillnad bara det som har ändrats.",
    "inaktuellt-schema": "Redigerarens hjälp följer modellerna; den görs om när de ändras.",
    "text-ryms-inte": "Text som inte ryms i sin ruta skulle kapas på papperet utan att någon märker det.",
    "lapp-ryms-inte": "Där bladet lovar plats för självhäftande lappar ska en lapp på 76 mm få plats.",
    "falt-ryms-inte": "Ett fält att fylla i på skärm som är lägre än en rad går inte att skriva i.",
    "tecken-saknas": "Ett tecken som typsnittet saknar skulle tryckas som en tom ruta.",
    "tryckvarning": "En varning från tryckprogrammet betyder att bladet inte blir som tänkt.",
    "fel-sidantal": "Ett blad har så många sidor som det säger.",
}
"""Name of the fault -> why it is one."""
