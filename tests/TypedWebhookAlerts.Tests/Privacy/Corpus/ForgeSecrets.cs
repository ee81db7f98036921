namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens the places where code is kept, built and published.</summary>
internal static class ForgeSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("github personal token", "ghp_<alnum:36>"),
        SecretKind.Token("github oauth token", "gho_<alnum:36>"),
        SecretKind.Token("github app token", "ghu_<alnum:36>", "ghs_<alnum:36>"),
        SecretKind.Token("github refresh token", "ghr_<alnum:76>"),
        SecretKind.Token("github fine-grained token", "github_pat_<alnum:22>_<alnum:59>"),
        SecretKind.Token("gitlab personal token", "glpat-<base64url:20>"),
        SecretKind.Token("gitlab routable token", "glpat-<base64url:27-60>.01.<lower:9>"),
        SecretKind.Token(
            "gitlab deploy or runner token", "gldt-<base64url:20>", "glrt-<base64url:20>", "glft-<base64url:20>",
            "glsoat-<base64url:20>"),
        SecretKind.Token(
            "gitlab trigger or job token", "glptt-<hex:40>", "glcbt-64_<base64url:20>", "glagent-<base64url:50>"),
        SecretKind.Token("npm token", "npm_<alnum:36>"),
        SecretKind.Part("npmrc", "//registry.npmjs.org/:_authToken=‹<guid>›"),
        SecretKind.Token("nuget key", "oy2<lowbase32:43>"),
        SecretKind.Token("pypi token", "pypi-AgEIcHlwaS5vcmc<base64url:140>"),
        SecretKind.Token("docker token", "dckr_pat_<base64url:27>"),
    ];
}
