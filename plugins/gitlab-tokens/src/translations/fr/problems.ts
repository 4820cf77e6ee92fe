export const problemMessages = {
  GATEWAY_CREDENTIAL_EXPIRED: 'GitLab dit que le jeton a expiré.',
  GATEWAY_CREDENTIAL_REVOKED: 'GitLab dit que le jeton a été révoqué.',
  GATEWAY_CREDENTIAL_REJECTED: 'GitLab n’accepte pas le jeton.',
  GATEWAY_INSUFFICIENT_SCOPE: 'Les portées du jeton n’y suffisent pas.',
  GATEWAY_FORBIDDEN: 'GitLab ne le permet pas à l’utilisateur du jeton.',
  GATEWAY_NOT_PERMITTED:
    'Le rôle ou le type du jeton, ou l’offre GitLab, ne le permet pas.',
  GATEWAY_NOT_FOUND:
    'GitLab n’a pas ce qui a été demandé, ou ne le montre pas à ce jeton.',
  GATEWAY_INVALID_REQUEST: 'GitLab n’accepte pas ce qui a été demandé.',
  GATEWAY_ALREADY_REVOKED: 'Le jeton est déjà révoqué.',
  GATEWAY_CONFLICT:
    'Quelque chose de ce nom existe déjà dans GitLab, ou a changé entre-temps.',
  GATEWAY_RATE_LIMITED: 'GitLab a reçu trop de requêtes en peu de temps.',
  GATEWAY_SERVER_ERROR: 'GitLab a rencontré une erreur interne.',
  GATEWAY_UNAVAILABLE:
    'GitLab, ou ce qui se trouve devant lui, n’est pas prêt.',
  GATEWAY_REDIRECTED:
    'GitLab renvoie les requêtes vers une autre adresse, où aucun jeton n’est envoyé.',
  GATEWAY_UNREACHABLE: 'GitLab est injoignable.',
  GATEWAY_TIMEOUT: 'GitLab n’a pas répondu à temps.',
  GATEWAY_UNEXPECTED_ANSWER: 'La réponse n’est pas celle de l’API de GitLab.',
  GATEWAY_AMBIGUOUS:
    'Une réponse de GitLab s’est perdue : on ne sait pas si la requête a été exécutée.',
  VALUE_LOST:
    'Le jeton s’est renouvelé lui-même, et la réponse avec sa nouvelle valeur s’est perdue. GitLab ne montre une valeur qu’une fois ; l’ancienne ne fonctionne plus.',
  SUCCESSOR_UNCERTAIN:
    'Quelqu’un a renouvelé ou révoqué l’ancien jeton, et ce qu’il en est advenu n’est pas clair.',
  MINTING_FAILED:
    'Le jeton a été demandé plusieurs fois à GitLab, et aucune valeur n’a pu être conservée.',
  NEW_TOKEN_REFUSED: 'GitLab n’accepte pas le nouveau jeton.',
  NEW_TOKEN_DIFFERS: 'Le nouveau jeton n’est pas celui qui était prévu.',
  NEW_TOKEN_UNUSED:
    'La requête de fusion est fusionnée, mais personne n’a utilisé le nouveau jeton depuis sept jours. L’ancien n’a pas été révoqué.',
  TARGET_HOLDS_ANOTHER_TOKEN:
    'Là où va la nouvelle valeur, quelqu’un a mis entre-temps un autre jeton. Il n’a pas été écrasé.',
  VALUE_NOT_SHOWN:
    'GitLab a renouvelé le jeton, et personne n’a demandé à voir la nouvelle valeur, sans laquelle il ne sert à personne.',
  TARGET_UNKNOWN: 'Ce backend ne connaît pas la destination.',
  ENVIRONMENT_UNKNOWN: 'L’environnement n’est plus configuré.',
  INTERNAL_ERROR:
    'L’opération s’est arrêtée à cause d’une erreur du portail lui-même.',
  OPERATION_IN_PROGRESS: 'Une autre opération sur le même jeton est en cours.',
  CONFLICT: 'Il y a eu un changement entre-temps.',
  MERGE_REQUEST_CLOSED:
    'La requête de fusion a été fermée sans être fusionnée : le nouveau jeton n’est pas dans le fichier.',
  MERGE_REQUEST_CHANGED:
    'La branche de la requête de fusion ne contient plus le nouveau jeton.',
  MERGE_REQUEST_CONFLICT:
    'Le fichier a été modifié sur la branche cible après l’ouverture de la requête de fusion ; les deux sont en conflit.',
  MERGED_WITHOUT_VALUE:
    'La requête de fusion a été fusionnée, mais le fichier ne contient pas le nouveau jeton.',
  VARIABLE_NOT_KEPT:
    'GitLab a pris la valeur, mais la variable CI/CD ne la contient pas comme demandé.',
  DELIVERY_FAILED:
    'La livraison a échoué du côté du portail. La valeur est conservée.',
  DELIVERY_INTERRUPTED:
    'La livraison a été interrompue. La valeur est conservée.',
  FILE_NOT_FOUND: 'Le fichier SOPS est introuvable.',
  FILE_UNREADABLE: 'Le fichier SOPS ne peut pas être lu.',
  NOT_A_REGULAR_FILE:
    'À l’endroit du fichier SOPS, il y a autre chose qu’un fichier.',
  PATH_OUTSIDE_DIRECTORY: 'Le fichier SOPS se trouve hors de son répertoire.',
  FILE_TOO_LARGE: 'Le fichier SOPS est trop volumineux.',
  FILE_BUSY: 'Quelqu’un d’autre écrit dans le fichier SOPS.',
  FILE_CHANGED: 'Le fichier SOPS a été modifié depuis sa lecture.',
  FILE_READ_ONLY: 'Le fichier SOPS est en lecture seule.',
  FILE_UNWRITABLE: 'Il est impossible d’écrire dans le fichier SOPS.',
  DISK_FULL: 'Le disque du fichier SOPS est plein.',
  NO_KEY: 'Aucune clé qui puisse ouvrir le fichier SOPS n’a été trouvée.',
  WRONG_KEY:
    'Le fichier SOPS est chiffré pour d’autres clés que celles disponibles ici.',
  NOT_ENOUGH_KEY_GROUPS:
    'Le fichier SOPS demande des clés de plus de groupes qu’il n’y en a ici.',
  PASSPHRASE_NEEDED: 'La clé demande une phrase secrète.',
  KEY_FILE_UNREADABLE: 'Le fichier de la clé ne peut pas être lu.',
  KEY_MALFORMED: 'Ce qui a été trouvé comme clé n’en est pas une.',
  UNSUPPORTED_KEY_KIND: 'Ce type de clé n’est pas pris en charge.',
  DATA_KEY_INVALID:
    'Le fichier SOPS mentionne une clé disponible ici, mais elle n’ouvre pas sa clé de données.',
  KEY_SERVICE_FAILED:
    'Le service de clés, par exemple un KMS ou Vault, n’a pas déchiffré la clé du fichier.',
  KEY_SERVICE_NOT_TRUSTED:
    'Le fichier SOPS nomme un service de clés qui n’est pas celui qui est configuré.',
  PROGRAM_NOT_FOUND:
    'Le programme nécessaire au fichier SOPS n’est pas installé.',
  PROGRAM_NOT_EXECUTABLE:
    'Le programme nécessaire au fichier SOPS ne s’exécute pas.',
  PROGRAM_TOO_OLD: 'Le programme nécessaire au fichier SOPS est trop ancien.',
  PROGRAM_TIMED_OUT:
    'Le programme nécessaire au fichier SOPS a mis trop de temps.',
  PROGRAM_FAILED: 'Le programme nécessaire au fichier SOPS a échoué.',
  MAC_MISMATCH:
    'Le fichier SOPS a été modifié sans SOPS : son MAC ne correspond pas. Rien n’en est utilisé.',
  MAC_MISSING: 'Le fichier SOPS n’a pas de MAC. Rien n’en est utilisé.',
  VALUE_NOT_AUTHENTIC:
    'Une valeur chiffrée du fichier SOPS a été modifiée ou déplacée. Rien du fichier n’est utilisé.',
  VALUE_MALFORMED:
    'Une valeur du fichier SOPS n’est pas de celles que SOPS écrit. Rien du fichier n’est utilisé.',
  VALUE_IN_CLEAR:
    'Une valeur du fichier SOPS devrait être chiffrée et ne l’est pas. Rien du fichier n’est utilisé.',
  CLEAR_VALUES_UNPROTECTED:
    'Le fichier SOPS ne protège pas ses valeurs en clair : quelqu’un a pu changer l’hôte auquel le jeton est envoyé.',
  NOT_A_SOPS_FILE: 'Le fichier n’a pas été chiffré avec SOPS.',
  NOT_YAML: 'Le fichier SOPS n’est pas du YAML bien formé.',
  UNSUPPORTED_YAML:
    'Le fichier SOPS utilise du YAML que les programmes lisent différemment.',
  DUPLICATE_KEY: 'Une clé figure deux fois dans le fichier SOPS.',
  METADATA_INVALID: 'La section sops du fichier est endommagée.',
  UNSUPPORTED_VERSION:
    'Le fichier SOPS a été écrit par une version de SOPS qui n’est pas prise en charge.',
  UNSUPPORTED_RULE:
    'Le fichier SOPS indique ce qui est chiffré par une règle qui n’est pas prise en charge.',
  ENTRY_MISSING:
    'Le fichier SOPS n’a pas d’entrée integrations.gitlab pour cet hôte.',
  ENTRY_MALFORMED:
    'L’entrée integrations.gitlab du fichier SOPS est illisible.',
  HOST_AMBIGUOUS:
    'Plusieurs entrées integrations.gitlab du fichier SOPS pourraient convenir.',
  TOKEN_MISSING:
    'Le fichier SOPS a l’entrée pour cet hôte, mais elle ne contient pas de jeton.',
  TOKEN_MALFORMED:
    'Un jeton du fichier SOPS n’a pas la forme d’un jeton. Il n’a été envoyé nulle part.',
  TARGET_NOT_FOUND:
    'L’endroit du fichier SOPS qui devait être modifié n’existe pas.',
  TARGET_NOT_A_VALUE:
    'L’endroit du fichier SOPS qui devait être modifié contient plus d’une valeur.',
  VALUE_INVALID: 'La nouvelle valeur ne peut pas figurer dans un fichier SOPS.',
  VALUE_WOULD_BE_CLEAR:
    'Les règles du fichier SOPS laisseraient la nouvelle valeur en clair. Elle n’a pas été écrite.',
  CHANGE_UNSUPPORTED:
    'Le fichier SOPS est écrit sous une forme qui n’est pas modifiée ici.',
  CHANGE_NOT_VERIFIED:
    'Le fichier SOPS modifié n’a pas passé la vérification et n’a pas été écrit.',
  NO_AGE_RECIPIENT:
    'Le fichier SOPS n’a pas de destinataire age, et les autres clés sont désactivées ici.',
  NO_SEALING_RECIPIENT:
    'Il n’y a pas de destinataire age pour qui sceller une nouvelle valeur.',
  ESCROW_LOCKED: 'Aucune clé disponible ici n’ouvre la valeur scellée.',
  ESCROW_INVALID:
    'La valeur scellée dans la base de données a été modifiée ou endommagée.',
  SEALED_TEXT_INVALID:
    'La valeur scellée dans la base de données a été modifiée ou endommagée.',
  SECRET_TOO_LARGE: 'La valeur est trop longue pour être scellée.',
};

export const remedyMessages = {
  wait: 'Rien à faire : une nouvelle tentative a lieu automatiquement. Si cela dure, vérifiez l’état de ce GitLab.',
  lookedUp:
    'Rien à faire : ce qu’est devenue la requête est vérifié avant tout nouvel envoi.',
  replaceToken:
    'Mettez un nouveau jeton dans le fichier SOPS avec sops edit. Le portail le lit aussitôt.',
  replaceAndResume:
    'Le jeton qu’utilise cette opération ne fonctionne plus. Mettez-en un nouveau dans le fichier SOPS avec sops edit, puis reprenez.',
  checkToken:
    'Vérifiez que le jeton du fichier SOPS appartient à cet hôte GitLab. Si c’est le cas, créez-en un nouveau et écrivez-le là avec sops edit.',
  declaredScopes:
    'Créez un jeton avec les portées déclarées ; read_api lui permet de dire ce qu’il est.',
  askAdministrator:
    'Interrogez un administrateur de ce GitLab sur le compte au nom duquel le jeton agit.',
  otherKind:
    'Utilisez un jeton d’un type que l’API de GitLab accepte : personnel, de groupe, de projet ou de compte de service.',
  empower:
    'Vérifiez les portées, le rôle et le type du broker et, sur GitLab.com, l’offre du groupe. Corrigez ce qui manque et reprenez, ou annulez.',
  moreRole:
    'Faites du broker un Propriétaire du groupe, ou au moins un Chargé de maintenance du projet, ou retirez ce propriétaire de la configuration.',
  readScope: 'Donnez au broker un jeton avec la portée read_api ou api.',
  checkPath:
    'Vérifiez le chemin dans la configuration ou dans le catalogue, et que le broker y est membre.',
  lookInGitlab: 'Vérifiez dans GitLab, puis reprenez ou annulez.',
  askForLess:
    'Les limites de ce GitLab sont plus strictes que ce qui a été demandé, le plus souvent pour l’expiration. Annulez et demandez moins.',
  checkAddress:
    'Vérifiez apiBaseUrl dans le fichier SOPS, et ce qui se trouve entre le portail et GitLab.',
  checkNetwork:
    'Vérifiez que l’hôte GitLab fonctionne et que ce portail peut l’atteindre : nom, réseau, proxy, certificat.',
  pasteAnother:
    'Créez un nouveau jeton dans GitLab et collez-le pour cet environnement. Annulez ensuite cette opération. Avec un broker dans le fichier SOPS, cela ne peut pas arriver.',
  tidyUp:
    'Passez en revue les jetons du propriétaire dans GitLab. Révoquez ceux que personne n’utilise, annulez cette opération et créez un nouveau jeton.',
  resumeOnceMore:
    'Vérifiez l’état de GitLab et de la base de données, puis reprenez : une nouvelle tentative a lieu.',
  whoRevoked:
    'Vérifiez si quelqu’un a révoqué le nouveau jeton dans GitLab. Si oui, annulez et recommencez le renouvellement ; sinon, reprenez.',
  askAboutLimits:
    'L’ancien jeton fonctionne encore, sauf s’il a été renouvelé sur place. Interrogez les administrateurs de ce GitLab sur ses limites. Annuler laisse les deux jetons tels quels.',
  useMergedFile:
    'Assurez-vous que le portail utilise le fichier fusionné. Reprendre révoque l’ancien jeton malgré tout.',
  whoseToken:
    'Si l’autre jeton doit rester, annulez. Sinon, retirez-le et reprenez.',
  showIt:
    'Faites afficher la valeur et mettez-la là où elle sert. L’opération reprend ensuite d’elle-même.',
  addModule:
    'Ajoutez le module qui l’apporte, redémarrez le backend, puis reprenez.',
  configureAgain: 'Remettez-le dans la configuration et reprenez, ou annulez.',
  readLog:
    'Cherchez le numéro de l’opération dans le journal du backend, corrigez ce qu’il dit, puis reprenez.',
  waitForOther:
    'Attendez qu’elle se termine, ou cherchez pourquoi elle est à l’arrêt.',
  tryAgain: 'Réessayez.',
  reopen:
    'Rouvrez-la dans GitLab et reprenez, ou annulez, ce qui révoque le nouveau jeton.',
  startOver:
    'Annulez et demandez une nouvelle opération : elle part du fichier tel qu’il est maintenant.',
  lookAtVariables:
    'Vérifiez les variables du projet ou du groupe dans GitLab. Ensuite, reprenez ou annulez.',
  retried:
    'Une nouvelle tentative a lieu automatiquement. Si cela dure, lisez le journal du backend.',
  restorePlace:
    'Remettez le fichier là où l’indique gitlabTokens.sops.directory, lisible pour l’utilisateur du backend.',
  makeWritable:
    'Libérez de l’espace, ou autorisez l’utilisateur du backend à écrire. Si le fichier vient d’un dépôt, livrez par requête de fusion.',
  restoreFile:
    'Comparez le fichier avec la gestion de versions, restaurez-le et cherchez qui l’a modifié.',
  giveKey:
    'Donnez au backend une clé qui ouvre le fichier, ou ajoutez la clé de ce portail aux destinataires du fichier.',
  mendKeyService:
    'Assurez-vous que le KMS, Vault, gpg ou sops dont le fichier a besoin fonctionne ici.',
  editEntry: 'Corrigez l’entrée integrations.gitlab avec sops edit.',
  encryptAgain:
    'Définissez encrypted_regex: ^token$ et chiffrez à nouveau le fichier, sans mac_only_encrypted.',
  report: 'Signalez-le aux responsables de ce plugin.',
  ageRecipient:
    'Ajoutez un destinataire age au fichier avec sops updatekeys, ou nommez-en un dans gitlabTokens.escrow.recipients.',
  keyForSealed: 'Donnez la clé au backend, puis reprenez.',
  cancelDamaged:
    'Restaurez la base de données si vous le pouvez. Sinon, annulez, et révoquez le nouveau jeton dans GitLab.',
};

export const originalMessages = {
  detail: 'En détail, en anglais :',
};
