export const problemMessages = {
  GATEWAY_CREDENTIAL_EXPIRED: 'GitLab によると、トークンは期限切れです。',
  GATEWAY_CREDENTIAL_REVOKED: 'GitLab によると、トークンは取り消されています。',
  GATEWAY_CREDENTIAL_REJECTED: 'GitLab がトークンを受け付けません。',
  GATEWAY_INSUFFICIENT_SCOPE: 'トークンのスコープが足りません。',
  GATEWAY_FORBIDDEN:
    'GitLab は、トークンのユーザーにこの操作を許可していません。',
  GATEWAY_NOT_PERMITTED:
    'トークンのロールや種類、または GitLab のプランでは、この操作はできません。',
  GATEWAY_NOT_FOUND:
    '対象が GitLab に存在しないか、このトークンには表示されません。',
  GATEWAY_INVALID_REQUEST: 'GitLab がリクエストの内容を受け付けません。',
  GATEWAY_ALREADY_REVOKED: 'トークンはすでに取り消されています。',
  GATEWAY_CONFLICT:
    '同じ名前のものが GitLab に存在するか、その間に変更されています。',
  GATEWAY_RATE_LIMITED: '短時間に GitLab へのリクエストが多すぎました。',
  GATEWAY_SERVER_ERROR: 'GitLab の内部でエラーが発生しました。',
  GATEWAY_UNAVAILABLE:
    'GitLab、またはその手前にあるプロキシなどが利用できません。',
  GATEWAY_REDIRECTED:
    'GitLab が別のアドレスにリダイレクトしました。トークンは転送先には送信されません。',
  GATEWAY_UNREACHABLE: 'GitLab に接続できませんでした。',
  GATEWAY_TIMEOUT: 'GitLab から時間内に応答がありませんでした。',
  GATEWAY_UNEXPECTED_ANSWER: 'GitLab の API の応答ではありません。',
  GATEWAY_AMBIGUOUS:
    'GitLab の応答が失われ、リクエストが実行されたかどうか不明です。',
  VALUE_LOST:
    'トークンは自身をローテーションしましたが、新しい値を含む応答が失われました。GitLab は値を一度しか表示せず、古い値はもう使えません。',
  SUCCESSOR_UNCERTAIN:
    '誰かが古いトークンをローテーションしたか取り消しており、その結果が不明です。',
  MINTING_FAILED:
    'GitLab にトークンを数回要求しましたが、値を保管できませんでした。',
  NEW_TOKEN_REFUSED: 'GitLab が新しいトークンを受け付けません。',
  NEW_TOKEN_DIFFERS: '新しいトークンがプランと異なります。',
  NEW_TOKEN_UNUSED:
    'マージリクエストはマージされましたが、新しいトークンは 7 日間使用されていません。古いトークンは取り消されていません。',
  TARGET_HOLDS_ANOTHER_TOKEN:
    '新しい値の配布先に、その間に別のトークンが設定されました。上書きはされていません。',
  VALUE_NOT_SHOWN:
    'GitLab はトークンをローテーションしましたが、新しい値の表示を誰も求めていません。値がなければトークンは使えません。',
  TARGET_UNKNOWN: 'このバックエンドにこの配布先はありません。',
  ENVIRONMENT_UNKNOWN: 'この環境はもう設定されていません。',
  INTERNAL_ERROR: 'ポータル自体のエラーで操作が停止しました。',
  OPERATION_IN_PROGRESS: '同じトークンに対する別の操作が実行中です。',
  CONFLICT: 'その間に変更がありました。',
  MERGE_REQUEST_CLOSED:
    'マージリクエストがマージされずにクローズされたため、新しいトークンはファイルにありません。',
  MERGE_REQUEST_CHANGED:
    'マージリクエストのブランチに新しいトークンがもうありません。',
  MERGE_REQUEST_CONFLICT:
    'マージリクエストの作成後にターゲットブランチでファイルが変更され、競合しています。',
  MERGED_WITHOUT_VALUE:
    'マージリクエストはマージされましたが、ファイルに新しいトークンがありません。',
  VARIABLE_NOT_KEPT:
    'GitLab は値を受け付けましたが、CI/CD 変数は要求どおりになっていません。',
  DELIVERY_FAILED: 'ポータル側で配布に失敗しました。値は保管されています。',
  DELIVERY_INTERRUPTED: '配布が中断されました。値は保管されています。',
  FILE_NOT_FOUND: 'SOPS ファイルがありません。',
  FILE_UNREADABLE: 'SOPS ファイルを読み取れません。',
  NOT_A_REGULAR_FILE:
    'SOPS ファイルの場所にあるのは通常のファイルではありません。',
  PATH_OUTSIDE_DIRECTORY: 'SOPS ファイルが所定のディレクトリの外にあります。',
  FILE_TOO_LARGE: 'SOPS ファイルが大きすぎます。',
  FILE_BUSY: 'SOPS ファイルは別の処理が書き込み中です。',
  FILE_CHANGED: 'SOPS ファイルは読み取り後に変更されています。',
  FILE_READ_ONLY: 'SOPS ファイルは読み取り専用です。',
  FILE_UNWRITABLE: 'SOPS ファイルに書き込めません。',
  DISK_FULL: 'SOPS ファイルのディスクに空きがありません。',
  NO_KEY: 'SOPS ファイルを開ける鍵が見つかりません。',
  WRONG_KEY: 'SOPS ファイルは、ここにある鍵とは別の鍵で暗号化されています。',
  NOT_ENOUGH_KEY_GROUPS:
    'SOPS ファイルには、ここにあるより多くのグループの鍵が必要です。',
  PASSPHRASE_NEEDED: '鍵にパスフレーズが必要です。',
  KEY_FILE_UNREADABLE: '鍵のファイルを読み取れません。',
  KEY_MALFORMED: '見つかったものは鍵の形式ではありません。',
  UNSUPPORTED_KEY_KIND: 'この種類の鍵には対応していません。',
  DATA_KEY_INVALID:
    'SOPS ファイルはここにある鍵を指定していますが、データキーを開けません。',
  KEY_SERVICE_FAILED:
    'KMS や Vault などの鍵サービスが、ファイルの鍵を復号できませんでした。',
  KEY_SERVICE_NOT_TRUSTED:
    'SOPS ファイルが、設定と異なる鍵サービスを指定しています。',
  PROGRAM_NOT_FOUND:
    'SOPS ファイルに必要なプログラムがインストールされていません。',
  PROGRAM_NOT_EXECUTABLE: 'SOPS ファイルに必要なプログラムを実行できません。',
  PROGRAM_TOO_OLD: 'SOPS ファイルに必要なプログラムのバージョンが古すぎます。',
  PROGRAM_TIMED_OUT:
    'SOPS ファイルに必要なプログラムが時間内に終了しませんでした。',
  PROGRAM_FAILED: 'SOPS ファイルに必要なプログラムが失敗しました。',
  MAC_MISMATCH:
    'SOPS ファイルが SOPS を使わずに変更されており、MAC が一致しません。内容は一切使用されません。',
  MAC_MISSING: 'SOPS ファイルに MAC がありません。内容は一切使用されません。',
  VALUE_NOT_AUTHENTIC:
    'SOPS ファイルの暗号化された値が変更または移動されています。ファイルの内容は一切使用されません。',
  VALUE_MALFORMED:
    'SOPS ファイルに、SOPS が書き込むはずのない値があります。ファイルの内容は一切使用されません。',
  VALUE_IN_CLEAR:
    'SOPS ファイルに、暗号化されるべき平文の値があります。ファイルの内容は一切使用されません。',
  CLEAR_VALUES_UNPROTECTED:
    'SOPS ファイルは平文の値を保護していません。トークンの送信先ホストが変更されている可能性があります。',
  NOT_A_SOPS_FILE: 'このファイルは SOPS で暗号化されていません。',
  NOT_YAML: 'SOPS ファイルが正しい YAML ではありません。',
  UNSUPPORTED_YAML:
    'SOPS ファイルの YAML は、プログラムによって読み取り結果が異なります。',
  DUPLICATE_KEY: 'SOPS ファイルに同じキーが 2 回あります。',
  METADATA_INVALID: 'ファイルの sops セクションが壊れています。',
  UNSUPPORTED_VERSION:
    'SOPS ファイルは、対応していないバージョンの SOPS で書き込まれています。',
  UNSUPPORTED_RULE:
    'SOPS ファイルの暗号化対象を決めるルールに対応していません。',
  ENTRY_MISSING:
    'SOPS ファイルに、このホストの integrations.gitlab の項目がありません。',
  ENTRY_MALFORMED:
    'SOPS ファイルの integrations.gitlab の項目を読み取れません。',
  HOST_AMBIGUOUS:
    'SOPS ファイルに、該当する integrations.gitlab の項目が複数あります。',
  TOKEN_MISSING:
    'SOPS ファイルにこのホストの項目はありますが、トークンがありません。',
  TOKEN_MALFORMED:
    'SOPS ファイルのトークンがトークンの形式ではありません。どこにも送信されていません。',
  TARGET_NOT_FOUND: 'SOPS ファイルに変更対象の場所がありません。',
  TARGET_NOT_A_VALUE: 'SOPS ファイルの変更対象の場所が単一の値ではありません。',
  VALUE_INVALID: '新しい値は SOPS ファイルに書き込めません。',
  VALUE_WOULD_BE_CLEAR:
    'SOPS ファイルのルールでは新しい値が平文になるため、書き込まれませんでした。',
  CHANGE_UNSUPPORTED:
    'SOPS ファイルは、ここでは変更できない形式で書かれています。',
  CHANGE_NOT_VERIFIED:
    '変更後の SOPS ファイルを検証できなかったため、書き込まれませんでした。',
  NO_AGE_RECIPIENT:
    'SOPS ファイルに age の受信者がなく、他の鍵はここでは無効です。',
  NO_SEALING_RECIPIENT: '新しい値を封印するための age の受信者がありません。',
  ESCROW_LOCKED: '封印された値を開ける鍵がありません。',
  ESCROW_INVALID: 'データベースの封印された値が変更されたか、壊れています。',
  SEALED_TEXT_INVALID:
    'データベースの封印された値が変更されたか、壊れています。',
  SECRET_TOO_LARGE: '値が大きすぎて封印できません。',
};

export const remedyMessages = {
  wait: '対応は不要です。自動的に再試行されます。続く場合は、この GitLab の状態を確認してください。',
  lookedUp: '対応は不要です。再送信の前に、リクエストの結果が確認されます。',
  replaceToken:
    'sops edit で SOPS ファイルに新しいトークンを書き込んでください。ポータルはすぐに読み込みます。',
  replaceAndResume:
    'この操作に使うトークンが無効です。sops edit で SOPS ファイルに新しいトークンを書き込み、再開してください。',
  checkToken:
    'SOPS ファイルのトークンがこの GitLab ホストのものか確認してください。そうであれば、新しいトークンを作成し、sops edit で書き込んでください。',
  declaredScopes:
    '宣言されたスコープでトークンを作成してください。read_api があれば、トークン自身の情報を取得できます。',
  askAdministrator:
    'トークンが使用するアカウントについて、この GitLab の管理者に問い合わせてください。',
  otherKind:
    'GitLab の API が受け付ける種類のトークン（パーソナル、グループ、プロジェクト、サービスアカウント）を使用してください。',
  empower:
    'ブローカーのスコープ、ロール、種類と、GitLab.com ではグループのプランを確認してください。不足を補って再開するか、中止してください。',
  moreRole:
    'ブローカーをグループのオーナー、またはプロジェクトのメンテナー以上にするか、この所有者を設定から外してください。',
  readScope:
    'ブローカーに、スコープ read_api または api のあるトークンを設定してください。',
  checkPath:
    '設定またはカタログのパスと、ブローカーがそのメンバーであることを確認してください。',
  lookInGitlab: 'GitLab で確認し、再開または中止してください。',
  askForLess:
    'この GitLab の制限は、要求された内容（多くは有効期限）より厳しいものです。中止し、条件を緩めて要求してください。',
  checkAddress:
    'SOPS ファイルの apiBaseUrl と、ポータルと GitLab の間にあるものを確認してください。',
  checkNetwork:
    'GitLab のホストが動作し、このポータルから接続できること（名前、ネットワーク、プロキシ、証明書）を確認してください。',
  pasteAnother:
    'GitLab で新しいトークンを作成し、この環境に貼り付けてください。その後、この操作を中止してください。SOPS ファイルにブローカーがあれば、これは起こりません。',
  tidyUp:
    'GitLab で所有者のトークンを確認してください。使われていないものを取り消し、この操作を中止して、新しいトークンを発行してください。',
  resumeOnceMore:
    'GitLab とデータベースの状態を確認し、再開してください。もう一度試行されます。',
  whoRevoked:
    '誰かが GitLab で新しいトークンを取り消していないか確認してください。取り消されていれば中止して改めてローテーションし、そうでなければ再開してください。',
  askAboutLimits:
    'その場でのローテーションでなければ、古いトークンはまだ有効です。この GitLab の制限について管理者に問い合わせてください。中止しても両方のトークンはそのまま残ります。',
  useMergedFile:
    'ポータルがマージ後のファイルで動作していることを確認してください。再開すると、それでも古いトークンは取り消されます。',
  whoseToken:
    '別のトークンを残す場合は中止し、残さない場合は取り除いて再開してください。',
  showIt:
    '値を表示し、必要な場所に設定してください。その後、操作は自動的に続行されます。',
  addModule:
    '提供元のモジュールを追加し、バックエンドを再起動して、再開してください。',
  configureAgain: '設定に戻して再開するか、中止してください。',
  readLog:
    'バックエンドのログで操作の番号を探し、その内容に対処して再開してください。',
  waitForOther: '終了するまで待つか、停止している理由を確認してください。',
  tryAgain: '再試行してください。',
  reopen:
    'GitLab で再オープンして再開するか、中止してください。中止すると新しいトークンは取り消されます。',
  startOver:
    '中止して、新しい操作を依頼してください。現在のファイルから始まります。',
  lookAtVariables:
    'GitLab でプロジェクトまたはグループの変数を確認し、再開または中止してください。',
  retried:
    '自動的に再試行されます。続く場合は、バックエンドのログを確認してください。',
  restorePlace:
    'gitlabTokens.sops.directory の場所に、バックエンドのユーザーが読み取れるようにファイルを戻してください。',
  makeWritable:
    '空き容量を確保するか、バックエンドのユーザーに書き込みを許可してください。ファイルがリポジトリのものであれば、マージリクエストで配布してください。',
  restoreFile:
    'ファイルをバージョン管理と比較して復元し、誰が変更したかを調べてください。',
  giveKey:
    'ファイルを開ける鍵をバックエンドに渡すか、このポータルの鍵をファイルの受信者に追加してください。',
  mendKeyService:
    'ファイルに必要な KMS、Vault、gpg、sops がここで動作することを確認してください。',
  editEntry: 'sops edit で integrations.gitlab の項目を修正してください。',
  encryptAgain:
    'encrypted_regex: ^token$ を設定し、mac_only_encrypted なしでファイルを再度暗号化してください。',
  report: 'このプラグインの保守担当者に報告してください。',
  ageRecipient:
    'sops updatekeys でファイルに age の受信者を追加するか、gitlabTokens.escrow.recipients に指定してください。',
  keyForSealed: 'バックエンドに鍵を渡し、再開してください。',
  cancelDamaged:
    '可能であればデータベースを復元してください。できなければ中止し、GitLab で新しいトークンを取り消してください。',
};

export const originalMessages = {
  detail: '詳細（英語）：',
};
