"""What the checks of texts know of a language. One row each; what is not here is not judged."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.model.language import primary
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """links: texts of links that say nothing of the target, "|" between. pictures: words that
    only say that something is a picture. shortened: what ends in a period within sentences.
    numbered: words that do so only before a number: “no. 5”, but not “She said no.”

    normal: the LIX of its newspapers, as Björnsson counted them (Reading Research Quarterly 18,
    1983, doi:10.2307/747382); of a language that he did not count, that of its nearest relative;
    0 where neither is known.
    """

    links: str = ""
    pictures: str = ""
    shortened: str = ""
    numbered: str = ""
    normal: int = 0


_NONE = Language()
_NORWEGIAN_SHORT = "bl.a f.eks dvs osv ca nr jf mv kl ev evt pga mht s kap fig dr prof"
_KNOWN: Mapping[str, Language] = {
    "en": Language(
        links="""here | click here | click | right here | over here | see here | this | this link
        | link | the link | follow this link | read more | more | learn more | see more
        | find out more | more info | more information | this one | view | go""",
        pictures="""image picture photo photograph figure fig graphic graphics drawing
        illustration icon screenshot img pic untitled alt placeholder of the a an""",
        shortened="""e.g i.e etc cf vs mr mrs ms dr prof st nos p pp ch vol ed eds al
        approx dept est inc ltd jr sr a.m p.m u.s""",
        numbered="no fig sec",
        normal=52,
    ),
    "fr": Language(
        links="""ici | cliquez ici | cliquer ici | clique ici | voir ici | par ici | ce lien
        | lien | le lien | lire la suite | la suite | suite | en savoir plus | voir plus | plus
        | plus d’infos | plus d’informations""",
        pictures="""image photo photographie figure fig dessin illustration icône capture écran
        d’écran l’image d de la une un""",
        shortened="p.ex ex etc cf m mm mme mlle dr pr p pp fig chap n éd env av apr",
        numbered="vol art",
        normal=55,
    ),
    "de": Language(
        links="""hier | hier klicken | klick hier | klicken sie hier | klicke hier | siehe hier
        | link | dieser link | diesem link | diesen link | mehr | mehr erfahren | mehr lesen
        | weiterlesen | mehr dazu | mehr infos | mehr informationen""",
        pictures="""bild foto abbildung abb grafik zeichnung illustration symbol icon screenshot
        bildschirmfoto ein eine das von""",
        shortened="""z.b b d.h h u.a a usw bzw ca vgl nr abb s bd hr fr dr prof evtl ggf inkl
        sog st str tel u.u v.a i.d.r r o.ä etc min max z""",
        normal=59,
    ),
    "es": Language(
        links="""aquí | clic aquí | haz clic aquí | haga clic aquí | pulsa aquí | pulse aquí
        | pincha aquí | este enlace | enlace | el enlace | leer más | ver más | saber más | más
        | más información | más info""",
        pictures="""imagen foto fotografía figura fig dibujo ilustración icono captura pantalla de
        la una un""",
        shortened="p.ej ej etc sr sra srta dr dra d dña ud uds vd pág págs p pp núm cap vol fig",
        normal=67,
    ),
    "nb": Language(
        links="""her | klikk her | trykk her | se her | lenke | lenken | denne lenken | les mer
        | se mer | mer | mer informasjon""",
        pictures="bilde foto figur fig tegning illustrasjon ikon skjermbilde et en av",
        shortened=_NORWEGIAN_SHORT,
        normal=48,
    ),
    "nn": Language(
        links="her | klikk her | trykk her | sjå her | lenkje | lenkja | les meir | meir",
        pictures="bilete foto figur fig teikning illustrasjon ikon skjermbilete eit ein av",
        shortened=_NORWEGIAN_SHORT,
        normal=48,
    ),
    "da": Language(
        links="her | klik her | tryk her | se her | link | linket | dette link | læs mere | mere",
        pictures="billede foto figur fig tegning illustration ikon skærmbillede et en af",
        shortened="bl.a f.eks dvs osv ca nr jf mv kl evt pga mht s kap fig dr prof",
        normal=51,
    ),
    "sv": Language(
        links="här | klicka här | se här | länk | länken | denna länk | läs mer | mer",
        pictures="bild foto figur fig teckning illustration ikon skärmbild en av",
        shortened="bl.a t.ex dvs osv ca nr jfr m.m kl ev s kap fig dr prof o.s.v d.v.s",
        normal=47,
    ),
    "ro": Language(
        links="""aici | click aici | clic aici | apasă aici | apăsați aici | vezi aici | link
        | acest link | citește mai mult | citiți mai mult | mai mult | mai multe | află mai multe
        | mai multe informații""",
        pictures="""imagine imaginea poză poza foto fotografie figura fig desen ilustrație
        pictogramă captură ecran de o un""",
        shortened="de ex etc cf dl dna dr prof nr p pp pag cap vol fig str art alin lit ș.a",
        normal=65,
    ),
    "ca": Language(
        links="""aquí | clica aquí | cliqueu aquí | fes clic aquí | feu clic aquí | premeu aquí
        | enllaç | l’enllaç | aquest enllaç | llegir més | llegiu-ne més | més
        | més informació""",
        pictures="""imatge foto fotografia figura fig dibuix il·lustració icona captura pantalla
        de una un""",
        shortened="p.ex ex etc cf sr sra dr dra pàg p pp núm n cap fig",
        numbered="vol art",
        normal=67,
    ),
    "nl": Language(
        links="""hier | klik hier | zie hier | link | de link | deze link | lees meer
        | lees verder | meer | meer info | meer informatie""",
        pictures="""afbeelding afb foto figuur fig plaatje tekening illustratie pictogram
        schermafbeelding een de van""",
        shortened="bijv bv d.w.z enz etc o.a m.b.t nr blz p dhr mevr dr prof ca evt i.v.m t.a.v",
        normal=59,
    ),
    "it": Language(
        links="""qui | clicca qui | cliccare qui | vedi qui | link | questo link | leggi di più
        | leggi tutto | di più | altro | continua | scopri di più | maggiori informazioni""",
        pictures="""immagine foto fotografia figura fig disegno illustrazione icona schermata di
        la una un""",
        shortened="p.es es ecc cfr sig dott prof pag p pp n cap vol fig art ca",
        normal=65,
    ),
    "pt": Language(
        links="""aqui | clique aqui | clica aqui | veja aqui | link | este link | ler mais
        | leia mais | mais | saiba mais | saber mais | mais informações""",
        pictures="""imagem foto fotografia figura fig desenho ilustração ícone captura ecrã tela
        de a uma um""",
        shortened="p.ex ex etc cf sr sra dr dra prof pág p pp n cap vol fig art",
        normal=70,
    ),
    "fi": Language(
        links="tästä | klikkaa tästä | täältä | linkki | tämä linkki | lue lisää | lisää",
        pictures="kuva valokuva kuvio piirros kuvake kuvakaappaus",
        shortened="esim jne ym yms mm ks vrt n s nro klo tms ns",
        normal=72,
    ),
    "ru": Language(
        links="здесь | нажмите здесь | тут | ссылка | по ссылке | эта ссылка | подробнее | далее",
        pictures="изображение фото фотография рисунок рис картинка иллюстрация значок скриншот",
        shortened="т.е т.д т.п др см ср г гг стр с рис гл им ул",
        normal=65,
    ),
    "ar": Language(
        links="""هنا | اضغط هنا | انقر هنا | من هنا | الرابط | هذا الرابط | المزيد
        | اقرأ المزيد""",
        pictures="صورة شكل رسم",
    ),
}
_UNSPACED = frozenset(["ja", "km", "lo", "my", "th", "zh"])
"""Written without spaces between words: nobody counts these by spaces."""


def language(tag: str) -> Language:
    """What is known of the language of a tag such as `fr-BE`."""
    found = primary(tag)
    return _KNOWN.get("nb" if found == "no" else found, _NONE)


def has_spaces(tag: str) -> bool:
    """Whether words of the language can be told apart by what stands between them."""
    return primary(tag) not in _UNSPACED
