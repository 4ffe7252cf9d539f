// What is said of contradictions and gaps in other languages than that of the findings: as it is found, and as it is
// said; {name} stands for words that stay. A message that is not here stays as it is, and is marked as English. The
// chronology as text uses the same list; a test holds it against what the reasoning says.
export const messages = {
  fr: [
    ['the day of the week that is told does not fit the date', 'le jour de la semaine donné ne va pas avec la date'],
    ['said to have ended before it began', 'aurait fini avant d’avoir commencé'],
    ['no calendar has this day', 'aucun calendrier n’a ce jour'],
    ['the day of the week fits the Julian calendar only, in which the date may have been told', 'le jour de la semaine ne va qu’avec le calendrier julien, dans lequel la date a pu être donnée'],
    ['several rulers went by that name: the year cannot be counted', 'plusieurs souverains ont porté ce nom : l’année ne peut être comptée'],
    ['a body is said to have had, or done, something before it was founded', 'un corps aurait eu ou fait quelque chose avant d’être fondé'],
    ['the order told runs in a circle', 'l’ordre donné tourne en rond'],
    ['the order told does not fit the dates ({days})', 'l’ordre donné ne va pas avec les dates ({days})'],
    ['{name} is said to have died on days that exclude each other', 'la mort de {name} est dite de jours qui s’excluent'],
    ['{name} is said to have been born on days that exclude each other', 'la naissance de {name} est dite de jours qui s’excluent'],
    ['{name} is said to have acted after dying', '{name} agirait après sa mort'],
    ['{name} is said to have acted before being born', '{name} agirait avant sa naissance'],
    ['{name} is said to have acted before being founded', '{name} agirait avant sa fondation'],
    ['{key} is said to have been held by {one} all through the time in which {other} came to hold it ({when})', '{key} serait tenu par {one} pendant tout le temps où {other} vient à le tenir'],
    ['{one} is said to have been {key} all through the time in which {other} came to be so ({when})', '{one} serait {key} pendant tout le temps où {other} vient à l’être'],
    ['[{label}] opens a passage: what it supports is not in this text', '[{label}] ouvre un passage : ce qu’il appuie n’est pas dans ce texte'],
    ['"{words}": the text does not say who or what is meant', '« {words} » : le texte ne dit pas de qui ou de quoi il s’agit'],
    ['{words}: no date, and no two days that it must lie between', '{words} : pas de date, ni deux jours entre lesquels elle doit tomber'],
    ['{words}: the sentence does not say where', '{words} : la phrase ne dit pas où'],
    ['"{words}": spoken of, and not told', '« {words} » : évoqué, et non raconté'],
    ['{key} is said to have been held by {one} all through the time in which it is said to have been lost ({when})', '{key} serait tenu par {one} pendant tout le temps où il est dit perdu'],
    ['{one} is said to have been {key} all through the time in which it is said to have been lost ({when})', '{one} serait {key} pendant tout le temps où cette charge est dite perdue'],
    ['{one} is said to have had {key} for longer or shorter than its days allow', '{one} aurait eu {key} plus ou moins longtemps que ses jours ne le permettent'],
    ['sources differ on when {name} died', 'les sources ne s’accordent pas sur le jour de la mort de {name}'],
    ['sources differ on who killed {name}', 'les sources ne s’accordent pas sur qui a tué {name}'],
    ['sources differ on when it happened', 'les sources ne s’accordent pas sur le jour'],
    ['{key}: the text does not say who had it between {when} and {then}', '{key} : le texte ne dit pas qui l’a eu entre-temps'],
    ['{name} is said to have ended; how and when it began, the text does not say', '{name} aurait fini ; comment et quand cela commença n’est pas dit'],
    ['{one} is said to have become {key} on two dates, {when} and {then}: twice, or two versions of one beginning?', '{one} viendrait deux fois à {key} : deux fois, ou deux versions d’un seul début ?'],
    ['two events, or two versions of one? The dates told are {when} and {then}', 'deux événements, ou deux versions d’un seul ? Les jours dits diffèrent'],
  ],
};

export const strings = { fr: { 'notes.messages': messages.fr } };
