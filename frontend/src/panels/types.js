// Types of events as French readers call them; in English they go by their names. A type that is not here (one that a
// user's own rules brought in) goes by its name in French too. A test holds this list against the rules.
export const french = {
  establish: 'institution', proclaim: 'proclamation', close: 'fermeture', succeed: 'succession', 'hold-office': 'exercice d’une charge',
  appoint: 'nomination', elect: 'élection', 'take-office': 'prise de charge', 'leave-office': 'départ d’une charge', depose: 'destitution',
  seize: 'prise', hold: 'possession', regain: 'reprise', restore: 'restauration', cede: 'cession', annex: 'annexion',
  surrender: 'reddition', dissolve: 'dissolution', ban: 'interdiction', impose: 'mesure imposée', lift: 'mesure levée',
  divide: 'division', unite: 'union', revolt: 'révolte', demonstrate: 'manifestation', strike: 'grève', barricade: 'barricades',
  attack: 'attaque', battle: 'bataille', siege: 'siège', defeat: 'défaite infligée', suppress: 'répression', invade: 'invasion',
  retreat: 'retraite', war: 'guerre', truce: 'trêve', destroy: 'destruction', kill: 'mise à mort', execute: 'exécution',
  arrest: 'arrestation', exile: 'exil', release: 'libération', disarm: 'désarmement', mobilise: 'mobilisation', desert: 'désertion',
  propose: 'proposition', plan: 'projet', prepare: 'préparatifs', appeal: 'appel', demand: 'exigence', order: 'ordre',
  declare: 'déclaration', report: 'compte rendu', reveal: 'révélation', negotiate: 'négociation', agree: 'accord', promise: 'promesse',
  refuse: 'refus', threaten: 'menace', advise: 'conseil', legislate: 'loi', reform: 'réforme', vote: 'vote', try: 'procès',
  birth: 'naissance', death: 'mort', marry: 'mariage', move: 'déplacement', arrive: 'arrivée', leave: 'départ', send: 'envoi',
  migrate: 'migration', stay: 'séjour', follow: 'suite', build: 'construction', write: 'écrit', publish: 'publication', discover: 'découverte', create: 'création',
  support: 'soutien', ally: 'alliance', oppose: 'opposition', join: 'ralliement', prevent: 'empêchement', organise: 'organisation',
  face: 'affrontement', convert: 'conversion', begin: 'commencement', end: 'fin', change: 'changement', suffer: 'épreuve',
  display: 'signe déployé', other: 'autre',
};

export const strings = { fr: Object.fromEntries(Object.entries(french).map(([name, words]) => [`type.${name}`, words])) };
