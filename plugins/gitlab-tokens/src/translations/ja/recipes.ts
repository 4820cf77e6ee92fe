export const recipeMessages = {
  action: '使い方',
  actionOf: '使い方：{{name}}',
  title: '{{name}} の使い方',
  loading: '手順を読み込み中',
  close: '閉じる',
  placeholder: '{{placeholder}} をトークンの値に置き換えてください。',
  masked: '値は隠されています。コピーした内容には値が含まれます。',
  shown: '値が表示されています。',
  show: '値を表示',
  hide: '値を隠す',
  copy: 'コピー',
  copied: 'コピーしました',
  copyOf: 'コピー：{{what}}',
  copyFailed:
    'ブラウザーがここでのコピーを許可していません。テキストを選択してコピーしてください。',
  commands: 'コマンド',
  blockOf: '{{tool}}、パート {{number}}：{{what}}',
  revoked: 'このトークンは取り消されています。GitLab に拒否されます。',
  expired: 'このトークンは期限切れです。GitLab に拒否されます。',
  noAddress:
    '{{environment}} の GitLab のアドレスが不明なため、手順を表示できません。権限 gitlab-tokens.environment.read がないか、環境がまだ検査されていない可能性があります。',
  none: 'この種類とスコープで使用できるツールは、ここにはありません。',
  others: '使用できないツール',
  othersNote:
    'GitLab ではトークンにスコープを追加できません。別のトークンを発行してください。',
  other: '– {{what}}。{{needs}}',
  needs: {
    anyScopes: 'スコープは問いません。',
    scopes: '必要なスコープ：{{scopes}}。',
    role: '使用先で {{role}} 以上のロールが必要です。',
    roleTooLow:
      'このトークンのロール {{found}} では不足です。{{role}} が必要です。',
  },
};

export const recipeToolMessages = {
  gitClone: { name: 'Git', what: 'HTTPS でクローン' },
  dockerLogin: { name: 'Docker', what: 'コンテナレジストリにログイン' },
  dependencyProxy: {
    name: '依存プロキシ',
    what: 'GitLab 経由で Docker Hub のイメージをプル',
  },
  composer: { name: 'Composer', what: 'PHP パッケージをインストール' },
  npm: { name: 'npm', what: 'JavaScript パッケージをインストール' },
  nuget: { name: 'NuGet', what: '.NET パッケージを復元' },
  maven: { name: 'Maven', what: 'Java パッケージを解決' },
  pip: { name: 'pip', what: 'Python パッケージをインストール' },
  twine: { name: 'twine', what: 'Python パッケージを公開' },
  go: { name: 'Go', what: 'プライベートモジュールを取得' },
  terraformState: { name: 'Terraform', what: 'GitLab にステートを保存' },
  ciVariable: {
    name: 'GitLab CI/CD 変数',
    what: '変数としてジョブで使用',
  },
  ciDeployToken: {
    name: 'gitlab-deploy-token',
    what: '変数を使わずにジョブで使用',
  },
  curl: { name: 'curl', what: 'API を呼び出し' },
};

export const recipeNoteMessages = {
  chooseProject:
    'GROUP/PROJECT をトークンがアクセスできるプロジェクトのフルパスに、PROJECT_ID をその番号に置き換えてください。',
  chooseGroup:
    'GROUP をトークンがアクセスできるグループのフルパスに、GROUP_ID をその番号に置き換えてください。',
  chooseRegistryHost:
    'REGISTRY_HOST をコンテナレジストリのホストに置き換えてください。GitLab のプロジェクトの「デプロイ」、「コンテナレジストリ」に表示されます。',
  chooseDeployUser:
    'DEPLOY_USER をデプロイトークンのユーザー名に置き換えてください。GitLab ではトークンとともに表示されます。',
  keepOutOfHistory:
    '変数を設定する行は空白で始まります。空白を含めてコピーしてください。そのように設定されたシェル（HISTCONTROL=ignorespace）では、値が履歴に残りません。',
  fileHoldsValue:
    'ファイルには値が平文で含まれます。自分だけが読めるようにし（chmod 600）、決してコミットしないでください。',
  composerNeedsGitlabDomains:
    'composer.json に gitlab-domains がないと、Composer は GitLab Self-Managed が拒否する方法でトークンを送信します。',
  goNeedsHttps:
    'Go は HTTPS でのみトークンを送信します。トークンが正しくない場合、モジュールが存在しないかのように 404 が返されます。',
  terraformNeedsHttpBackend:
    '設定で terraform { backend "http" {} } を宣言する必要があります。',
  developerReadsState:
    'ステートの読み取りにはロール「デベロッパー」で十分です。ロックと書き込みには「メンテナー」が必要です。',
  protectedVariable:
    '変数が保護されている場合、保護されたブランチとタグのパイプラインでのみ使用できます。',
  byItsName:
    '名前が gitlab-deploy-token であるため、GitLab はトークンをそのプロジェクトのジョブに渡します。',
};
