export const recipeMessages = {
  action: 'Как использовать',
  actionOf: 'Как использовать: {{name}}',
  title: 'Как использовать {{name}}',
  loading: 'Загрузка инструкций',
  close: 'Закрыть',
  placeholder: 'Подставьте значение токена вместо {{placeholder}}.',
  masked: 'Значение скрыто. Скопированный текст его содержит.',
  shown: 'Значение показано.',
  show: 'Показать значение',
  hide: 'Скрыть значение',
  copy: 'Копировать',
  copied: 'Скопировано',
  copyOf: 'Копировать: {{what}}',
  copyFailed:
    'Браузер не разрешает здесь копирование. Выделите текст и скопируйте его.',
  commands: 'Команды',
  blockOf: '{{tool}}, часть {{number}}: {{what}}',
  revoked: 'Этот токен отозван. GitLab его не принимает.',
  expired: 'Срок действия этого токена истёк. GitLab его не принимает.',
  noAddress:
    'Адрес GitLab окружения {{environment}} здесь неизвестен, а без него нет инструкций. Возможно, у вас нет разрешения gitlab-tokens.environment.read или окружение ещё не проверялось.',
  none: 'Его тип и области действия не подходят ни для одного из описанных здесь инструментов.',
  others: 'Для чего он не подходит',
  othersNote:
    'GitLab не может добавить токену область действия: выпустите другой.',
  other: '– {{what}}. {{needs}}',
  needs: {
    anyScopes: 'Подойдут любые области действия.',
    scopes: 'Нужно: {{scopes}}.',
    role: 'Нужна роль {{role}} или выше там, где он используется.',
    roleTooLow:
      'Роль этого токена ({{found}}) слишком низкая. Нужна роль {{role}}.',
  },
};

export const recipeToolMessages = {
  gitClone: { name: 'Git', what: 'Клонировать по HTTPS' },
  dockerLogin: { name: 'Docker', what: 'Войти в реестр контейнеров' },
  dependencyProxy: {
    name: 'Прокси зависимостей',
    what: 'Получать образы Docker Hub через GitLab',
  },
  composer: { name: 'Composer', what: 'Устанавливать пакеты PHP' },
  npm: { name: 'npm', what: 'Устанавливать пакеты JavaScript' },
  nuget: { name: 'NuGet', what: 'Восстанавливать пакеты .NET' },
  maven: { name: 'Maven', what: 'Получать пакеты Java' },
  pip: { name: 'pip', what: 'Устанавливать пакеты Python' },
  twine: { name: 'twine', what: 'Публиковать пакеты Python' },
  go: { name: 'Go', what: 'Получать закрытые модули' },
  terraformState: { name: 'Terraform', what: 'Хранить состояние в GitLab' },
  ciVariable: {
    name: 'Переменная CI/CD GitLab',
    what: 'Использовать в заданиях, через переменную',
  },
  ciDeployToken: {
    name: 'gitlab-deploy-token',
    what: 'Использовать в заданиях, без переменной',
  },
  curl: { name: 'curl', what: 'Обращаться к API' },
};

export const recipeNoteMessages = {
  chooseProject:
    'Подставьте полный путь проекта, доступного токену, вместо GROUP/PROJECT и номер этого проекта вместо PROJECT_ID.',
  chooseGroup:
    'Подставьте полный путь группы, доступной токену, вместо GROUP и номер этой группы вместо GROUP_ID.',
  chooseRegistryHost:
    'Подставьте хост реестра контейнеров вместо REGISTRY_HOST. GitLab показывает его в проекте в разделе «Развёртывание», «Реестр контейнеров».',
  chooseDeployUser:
    'Подставьте имя пользователя токена развёртывания вместо DEPLOY_USER. GitLab показывает его вместе с токеном.',
  keepOutOfHistory:
    'Строка, которая задаёт переменную, начинается с пробела. Копируйте её вместе с ним: так значение не попадёт в историю командной оболочки, если она так настроена (HISTCONTROL=ignorespace).',
  fileHoldsValue:
    'Файл содержит значение в открытом виде. Разрешите читать его только себе (chmod 600) и никогда не добавляйте его в коммит.',
  composerNeedsGitlabDomains:
    'Без gitlab-domains в composer.json Composer отправляет токен так, что GitLab на собственном сервере его отклоняет.',
  goNeedsHttps:
    'Go отправляет токен только по HTTPS. На неверный токен приходит ответ 404, как если бы модуля не было.',
  terraformNeedsHttpBackend:
    'В конфигурации должно быть объявлено terraform { backend "http" {} }.',
  developerReadsState:
    'Для чтения состояния достаточно роли Разработчик. Для блокировки и записи нужна роль Сопровождающий.',
  protectedVariable:
    'Если переменная защищённая, она есть только в конвейерах защищённых веток и тегов.',
  byItsName:
    'GitLab передаёт токен заданиям его проекта, потому что он называется gitlab-deploy-token.',
};
