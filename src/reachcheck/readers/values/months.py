"""Names of months and days in the languages that exports are written in, without accents and in lower case."""

from collections.abc import Mapping

_MONTHS = (
    "jan january janv janvier ene enero janeiro januar jaenner janner gen gennaio januari",
    "feb february fev fevr fevrier febrero fevereiro februar febbraio februari",
    "mar march mars marzo marco marz maerz mrz maart mrt",
    "apr april avr avril abr abril aprile",
    "may mai mayo maio mag maggio mei",
    "jun june juin junio junho juni giu giugno",
    "jul july juil juillet julio julho juli lug luglio",
    "aug august aout ago agosto augustus",
    "sep sept september septembre septiembre setiembre set setembro settembre",
    "oct october octobre octubre out outubro okt oktober ott ottobre",
    "nov november novembre noviembre novembro",
    "dec december decembre dic diciembre dez dezembro dezember dicembre",
)
MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_VIETNAMESE = "gieng mot hai ba tu nam sau bay tam chin muoi muoi_mot muoi_hai chap"
VIETNAMESE: Mapping[str, int] = {
    name.replace("_", " "): max(number, 1) for number, name in enumerate(_VIETNAMESE.split()[:-1])
} | {"chap": 12}
"""What follows the word for month, which alone would be too short to tell."""

_DAYS = """
    mon tue tues wed thu thur thurs fri sat sun
    monday tuesday wednesday thursday friday saturday sunday
    lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche
    mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo
    seg ter qua qui sex segunda terca quarta quinta sexta feira
    mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag
    gio lunedi martedi mercoledi giovedi venerdi domenica
    ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
DAYS = frozenset(_DAYS.split())

_FILLERS = "de del of the le el den der at a as las um uhr om alle ore h"
FILLERS = frozenset(_FILLERS.split())

ZONES: Mapping[str, int] = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "cet": 1,
    "cest": 2,
}
"""Hours east of UTC."""
