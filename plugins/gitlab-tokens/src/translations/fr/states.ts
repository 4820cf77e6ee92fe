export const stateMessages = {
  active: {
    label: 'Actif',
    meaning: 'GitLab accepte le jeton, et il n’expire pas de sitôt.',
    action: 'Rien à faire.',
    short: '{{environment}} va bien',
  },
  expiring: {
    label: 'Expire bientôt',
    meaning: 'GitLab accepte le jeton, mais il expire bientôt.',
    action:
      'Planifiez son renouvellement : le portail de cet environnement n’atteindra plus GitLab à partir du jour où il expire.',
    short: '{{environment}} expire {{expiry}}',
  },
  critical: {
    label: 'Critique',
    meaning: 'GitLab accepte le jeton, mais il expire dans quelques jours.',
    action:
      'Renouvelez-le maintenant : le portail de cet environnement n’atteindra plus GitLab à partir du jour où il expire.',
    short: '{{environment}} expire {{expiry}}',
  },
  expired: {
    label: 'Expiré',
    meaning: 'Le jeton a expiré. GitLab le refuse.',
    action:
      'Créez un nouveau jeton dans GitLab, mettez-le dans {{file}} et redémarrez le portail de cet environnement.',
    short: '{{environment}} a expiré',
  },
  revoked: {
    label: 'Révoqué',
    meaning: 'Quelqu’un a révoqué le jeton. GitLab le refuse.',
    action:
      'Cherchez qui l’a révoqué et pourquoi, puis créez un nouveau jeton dans GitLab, mettez-le dans {{file}} et redémarrez le portail de cet environnement.',
    short: '{{environment}} a été révoqué',
  },
  rejected: {
    label: 'Refusé',
    meaning:
      'GitLab refuse le jeton sans dire qu’il a expiré ou qu’il a été révoqué.',
    action:
      'Vérifiez que le jeton dans {{file}} a été créé sur ce GitLab et copié en entier, et que son utilisateur n’est pas bloqué.',
    short: '{{environment}} est refusé par GitLab',
  },
  unreachable: {
    label: 'Injoignable',
    meaning:
      'GitLab n’a pas donné de réponse exploitable : on ne sait rien de nouveau sur le jeton.',
    action:
      'Vérifiez que ce portail peut atteindre GitLab. La prochaine inspection réessaiera.',
    short: '{{environment}} n’a pas pu être inspecté, GitLab n’a pas répondu',
  },
  locked: {
    label: 'Verrouillé',
    meaning:
      'Ce portail n’a pas de clé qui déchiffre {{file}}. C’est habituel pour les environnements où il ne s’exécute pas ; ce qui est déclaré est affiché.',
    action:
      'Pour voir cet environnement ici, ajoutez une clé de ce portail aux destinataires de {{file}}.',
    short: '{{environment}} est verrouillé',
  },
  missing: {
    label: 'Sans jeton',
    meaning:
      '{{file}} se déchiffre, mais ne contient pas de jeton pour GitLab.',
    action:
      'Ajoutez le jeton sous integrations.gitlab avec sops edit {{file}}, et redémarrez le portail de cet environnement.',
    short: '{{environment}} n’a pas de jeton',
  },
  invalid: {
    label: 'Fichier invalide',
    meaning: '{{file}} est absent, mal formé ou a été modifié sans SOPS.',
    action: 'Restaurez {{file}} depuis la gestion de versions.',
    short: 'le fichier de {{environment}} est inutilisable',
  },
  unknown: {
    label: 'Non inspecté',
    meaning: 'Le jeton n’a pas encore été inspecté.',
    action: 'Attendez la première inspection, ou appuyez sur Actualiser.',
    short: '{{environment}} n’est pas encore inspecté',
  },
};
