export const blockerMessages = {
  BROKER_MISSING: {
    what: 'Le fichier SOPS ne contient pas de broker, et le jeton du portail n’en a pas le droit lui-même.',
    action:
      'Écrivez un jeton autorisé à gérer des jetons dans gitlabTokens.broker.token du fichier avec sops edit.',
  },
  BROKER_IS_BOT: {
    what: '{{who}} est le robot d’un jeton de groupe ou de projet : GitLab le laisse lister et révoquer des jetons, mais pas en créer ni en renouveler.',
    action:
      'Utilisez comme broker le jeton d’une personne ou d’un compte de service.',
  },
  BROKER_ROLE_TOO_LOW: {
    what: '{{who}} n’a pas le rôle nécessaire, ou ne voit pas ce dont il s’agit.',
    action:
      'Donnez ce rôle à son utilisateur dans GitLab, ou utilisez un autre broker.',
  },
  BROKER_ROLE_BELOW_TOKEN: {
    what: '{{who}} ne peut pas donner ce rôle au nouveau jeton.',
    action:
      'Donnez un autre rôle au jeton, ou utilisez un broker dont le rôle est plus élevé.',
  },
  BROKER_SCOPE_TOO_NARROW: {
    what: '{{who}} n’a pas la portée api, nécessaire pour gérer des jetons.',
    action:
      'Écrivez un jeton avec la portée api dans gitlabTokens.broker.token du fichier SOPS.',
  },
  BROKER_NOT_ADMINISTRATOR: {
    what: '{{who}} n’est pas administrateur ; seuls les administrateurs en ont le droit.',
    action:
      'Faites-le dans GitLab, ou utilisez comme broker le jeton d’un administrateur.',
  },
  BROKER_REJECTED: {
    what: 'GitLab n’accepte pas le broker.',
    action:
      'Créez-en un nouveau dans GitLab et écrivez-le dans le fichier SOPS avec sops edit.',
  },
  BROKER_UNKNOWN: {
    what: 'GitLab n’a pas répondu quand le broker a été examiné.',
    action: 'Vérifiez que ce portail peut atteindre GitLab, puis réessayez.',
  },
  NOT_ON_THIS_GITLAB: {
    what: 'Cette édition ou cette offre de GitLab n’a pas de tels jetons.',
    action: 'Utilisez plutôt un jeton de groupe ou de projet.',
  },
  DEPLOY_TOKENS_CANNOT_ROTATE: {
    what: 'GitLab ne peut pas renouveler les jetons de déploiement.',
    action:
      'Choisissez le chevauchement : un nouveau est créé, et l’ancien est supprimé.',
  },
  TOKEN_CANNOT_ROTATE_ITSELF: {
    what: 'Pour se renouveler lui-même, le jeton a besoin de la portée api ou self_rotate.',
    action: 'Déclarez la portée self_rotate pour le prochain jeton.',
  },
  TOKEN_REVOKED: {
    what: 'Le jeton est déjà révoqué.',
    action:
      'Il n’y a plus rien à arrêter ; créez un nouveau jeton là où il en faut un.',
  },
  TOKEN_EXPIRED: {
    what: 'GitLab n’accepte plus le jeton, qui ne peut donc pas se renouveler lui-même.',
    action: 'Utilisez un broker, ou créez un nouveau jeton dans GitLab.',
  },
  PERSONAL_TOKENS_ARE_MADE_BY_HAND: {
    what: 'GitLab n’a pas d’API qui crée un jeton personnel pour quelqu’un, sauf pour les administrateurs.',
    action:
      'Créez le jeton dans GitLab et collez-le ici : il est vérifié et mis dans le fichier SOPS.',
  },
  FILE_LOCKED: {
    what: 'Le fichier SOPS ne peut pas être ouvert ici.',
    action:
      'Donnez à ce portail une clé du fichier, ou agissez là où fonctionne le portail de l’environnement.',
  },
  FILE_INVALID: {
    what: 'Le fichier SOPS est absent, mal formé ou a été modifié sans SOPS.',
    action: 'Restaurez-le depuis la gestion de versions.',
  },
  ESCROW_MISSING: {
    what: 'Une nouvelle valeur ne serait pas en sécurité en chemin : le fichier n’a pas de destinataire age qui puisse l’ouvrir seul, et gitlabTokens.escrow.recipients n’en nomme aucun.',
    action:
      'Ajoutez un destinataire age au fichier avec sops updatekeys, ou nommez-en un dans gitlabTokens.escrow.recipients.',
  },
  VALUE_NOT_MASKABLE: {
    what: 'GitLab ne peut pas masquer les jetons de cette instance dans une variable. La valeur n’a pas été envoyée.',
    action:
      'Livrez avec raw: true, ou faites donner à l’instance, par un administrateur, un préfixe de jeton fait de lettres, de chiffres et de tirets.',
  },
  NO_DELIVERY: {
    what: 'Rien n’indique où la nouvelle valeur doit aller.',
    action: 'Choisissez une destination, par exemple une variable CI/CD.',
  },
  TARGET_UNUSABLE: {
    what: 'La valeur ne peut pas y être livrée.',
    action: 'Choisissez une autre destination, ou corrigez celle-ci.',
  },
  TOKEN_GONE: {
    what: 'GitLab n’a plus ce jeton.',
    action: 'Créez-en un nouveau ; la liste des jetons suit d’elle-même.',
  },
};

export const blockerFactMessages = {
  broker: 'Le broker',
  credential: 'Le jeton du portail',
  named: '{{who}} ({{username}})',
  noMember: '{{who}} n’y est pas membre ; il faut au moins le rôle {{needed}}.',
  roleTooLow:
    '{{who}} y a le rôle {{role}} ; il faut au moins le rôle {{needed}}.',
  roleBelowToken:
    '{{who}} a le rôle {{role}} et ne peut pas donner le rôle {{wanted}}.',
  scopeTooNarrow:
    '{{who}} a les portées {{scopes}} ; gérer des jetons demande api.',
  expired: '{{who}} a expiré le {{date}}.',
  cannotRotateItself:
    'Le jeton a les portées {{scopes}} ; pour se renouveler lui-même, il lui faut api ou self_rotate.',
};
