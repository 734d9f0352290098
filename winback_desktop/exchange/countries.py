# SPDX-License-Identifier: MIT
"""Country names as address books write them, in several languages, and their ISO 3166-1 codes."""

from functools import cache

# The first name is the one that is written out.
_NAMES = """
AD Andorra|Andorre
AE United Arab Emirates|UAE|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos
AF Afghanistan|Afganistán
AL Albania|Albanien|Albanie|Shqipëria
AM Armenia|Armenien|Arménie
AO Angola
AR Argentina|Argentinien|Argentine
AT Austria|Österreich|Oesterreich|Autriche
AU Australia|Australien|Australie
AZ Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbaiyán
BA Bosnia and Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina
BD Bangladesh|Bangladesch
BE Belgium|Belgien|Belgique|België|Bélgica
BG Bulgaria|Bulgarien|Bulgarie
BH Bahrain|Bahreïn|Baréin
BO Bolivia|Bolivien|Bolivie
BR Brazil|Brasilien|Brésil|Brasil
BY Belarus|Weißrussland|Biélorussie|Bielorrusia
CA Canada|Kanada|Canadá
CH Switzerland|Schweiz|Suisse|Svizzera|Suiza
CI Côte d'Ivoire|Ivory Coast|Elfenbeinküste|Costa de Marfil
CL Chile|Chili
CM Cameroon|Kamerun|Cameroun|Camerún
CN China|People's Republic of China|Chine
CO Colombia|Kolumbien|Colombie
CR Costa Rica
CU Cuba|Kuba
CY Cyprus|Zypern|Chypre|Chipre
CZ Czechia|Czech Republic|Tschechien|Tschechische Republik|Tchéquie|Chequia|Česko
DE Germany|Deutschland|Federal Republic of Germany|BRD|Allemagne|Alemania|Duitsland|Germania
DK Denmark|Dänemark|Danemark|Dinamarca|Danmark
DO Dominican Republic|Dominikanische Republik|République dominicaine|República Dominicana
DZ Algeria|Algerien|Algérie|Argelia
EC Ecuador|Équateur
EE Estonia|Estland|Estonie|Eesti
EG Egypt|Ägypten|Égypte|Egipto
ES Spain|Spanien|Espagne|España|Spagna
ET Ethiopia|Äthiopien|Éthiopie|Etiopía
FI Finland|Finnland|Finlande|Finlandia|Suomi
FR France|Frankreich|Francia|Frankrijk
GB United Kingdom|UK|U.K.|Great Britain|England|Scotland|Wales|Vereinigtes Königreich
GB Großbritannien|Royaume-Uni|Reino Unido|Northern Ireland
GE Georgia|Georgien|Géorgie
GH Ghana
GR Greece|Griechenland|Grèce|Grecia
GT Guatemala
HK Hong Kong|Hongkong
HN Honduras
HR Croatia|Kroatien|Croatie|Croacia|Hrvatska
HU Hungary|Ungarn|Hongrie|Hungría|Magyarország
ID Indonesia|Indonesien|Indonésie
IE Ireland|Irland|Irlande|Irlanda|Éire
IL Israel|Israël
IN India|Indien|Inde
IQ Iraq|Irak
IR Iran|Irán
IS Iceland|Island|Islande|Islandia
IT Italy|Italien|Italie|Italia
JM Jamaica|Jamaika|Jamaïque
JO Jordan|Jordanien|Jordanie|Jordania
JP Japan|Japon|Japón|日本
KE Kenya|Kenia
KR South Korea|Republic of Korea|Südkorea|Corée du Sud|Corea del Sur
KW Kuwait|Koweït
KZ Kazakhstan|Kasachstan|Kazajistán
LB Lebanon|Libanon|Liban|Líbano
LI Liechtenstein
LK Sri Lanka
LT Lithuania|Litauen|Lituanie|Lituania|Lietuva
LU Luxembourg|Luxemburg|Luxemburgo
LV Latvia|Lettland|Lettonie|Letonia|Latvija
MA Morocco|Marokko|Maroc|Marruecos
MC Monaco|Mónaco
MD Moldova|Moldawien|Moldavie|Moldavia
ME Montenegro|Monténégro
MK North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Norte
MT Malta|Malte
MX Mexico|Mexiko|Mexique|México|Méjico
MY Malaysia|Malaisie|Malasia
NG Nigeria|Nigéria
NI Nicaragua
NL Netherlands|The Netherlands|Holland|Niederlande|Pays-Bas|Países Bajos|Nederland
NO Norway|Norwegen|Norvège|Noruega|Norge
NP Nepal|Népal
NZ New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda
PA Panama|Panamá
PE Peru|Pérou|Perú
PH Philippines|Philippinen|Filipinas
PK Pakistan|Pakistán
PL Poland|Polen|Pologne|Polonia|Polska
PR Puerto Rico
PT Portugal
PY Paraguay
QA Qatar|Katar|Catar
RO Romania|Rumänien|Roumanie|Rumanía|România
RS Serbia|Serbien|Serbie
RU Russia|Russian Federation|Russland|Russie|Rusia
SA Saudi Arabia|Saudi-Arabien|Arabie saoudite|Arabia Saudí
SE Sweden|Schweden|Suède|Suecia|Sverige
SG Singapore|Singapur|Singapour
SI Slovenia|Slowenien|Slovénie|Eslovenia
SK Slovakia|Slowakei|Slovaquie|Eslovaquia
SN Senegal|Sénégal
SV El Salvador|Salvador
TH Thailand|Thaïlande|Tailandia
TN Tunisia|Tunesien|Tunisie|Túnez
TR Turkey|Türkiye|Türkei|Turquie|Turquía
TW Taiwan|Taiwán
TZ Tanzania|Tansania|Tanzanie
UA Ukraine|Ucrania|Україна
UG Uganda|Ouganda
US United States|United States of America|USA|U.S.A.|U.S.|US|Vereinigte Staaten|États-Unis
US Estados Unidos|EE. UU.|America|Vereinigte Staaten von Amerika
UY Uruguay
UZ Uzbekistan|Usbekistan|Ouzbékistan
VE Venezuela
VN Vietnam|Viet Nam|Viêt Nam
ZA South Africa|Südafrika|Afrique du Sud|Sudáfrica
ZM Zambia|Sambia|Zambie
ZW Zimbabwe|Simbabwe
"""


@cache
def _codes() -> dict[str, str]:
    return {
        name.casefold(): line[:2]
        for line in _NAMES.strip().splitlines()
        for name in (line[:2], *line[3:].split("|"))
    }


@cache
def _written() -> dict[str, str]:
    return {line[:2]: line[3:].partition("|")[0] for line in reversed(_NAMES.strip().splitlines())}


def country(text: str) -> tuple[str, str]:
    """A country as the pair that an Address keeps: its code and no name, or no code and the name as given."""
    text = text.strip()
    if not text:
        return "", ""
    code = _codes().get(text.casefold())
    if code is None and len(text) == 2 and text.isascii() and text.isalpha() and text.isupper():
        code = text
    return (code, "") if code else ("", text)


def written(code: str, name: str) -> str:
    """What a card says for such a pair."""
    return _written().get(code, code) if code else name
