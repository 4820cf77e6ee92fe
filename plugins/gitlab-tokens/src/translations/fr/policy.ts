export const policyMessages = {
  tab: 'Politique',
  loading: 'Chargement des jetons à évaluer',
  maxLifetime: 'Durée de vie maximale',
  maxRole: 'Rôle le plus élevé',
  allowedScopes: 'Portées autorisées',
  warning: 'Avertissement',
  critical: 'Critique',
  anyLifetime: 'non limitée, mais chaque jeton doit expirer',
  anyRole: 'non limité',
  anyScopes: 'toutes',
  daysBefore: '{{days}} avant l’expiration',
  breaches: 'Jetons en infraction',
  kept: 'Aucune infraction',
  broken_one: '{{total}} infraction',
  broken_many: '{{total}} d’infractions',
  broken_other: '{{total}} infractions',
  none: 'Aucun jeton actif n’enfreint cette politique.',
  noneOfSurveyed:
    'Aucun des jetons actifs examinés n’enfreint cette politique.',
  count_one: '{{total}} jeton l’enfreint.',
  count_many: '{{total}} de jetons l’enfreignent.',
  count_other: '{{total}} jetons l’enfreignent.',
  showAll: 'Afficher les {{total}}',
  credential: 'Le jeton du portail : {{name}}',
  bounded:
    'Seuls les {{most}} jetons actifs les plus anciens ont été examinés. Il y en a d’autres : affinez la liste dans l’onglet Jetons pour les voir.',
  tokensFailed: 'Les jetons n’ont pas pu être évalués. {{reason}}',
  breach: {
    neverExpires: 'Il n’expire jamais.',
    livesTooLong:
      'Sa durée de vie est de {{days}} ; le maximum est de {{maxDays}}.',
    leftTooLong:
      'Sa durée de vie restante est de {{days}} ; le maximum est de {{maxDays}}.',
    roleTooHigh:
      'Son rôle est {{found}} ; {{maxRole}} est le plus élevé autorisé.',
    scopesNotAllowed_one: 'Sa portée {{scopes}} n’est pas autorisée.',
    scopesNotAllowed_many: 'Ses portées {{scopes}} ne sont pas autorisées.',
    scopesNotAllowed_other: 'Ses portées {{scopes}} ne sont pas autorisées.',
  },
};
