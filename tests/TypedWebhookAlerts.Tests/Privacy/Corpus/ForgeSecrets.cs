namespace TypedWebhookAlerts.Tests.Privacy.Corpus;

/// <summary>What opens the places where code is kept, built and published.</summary>
internal static class ForgeSecrets
{
    public static IEnumerable<SecretKind> All { get; } =
    [
        SecretKind.Token("github personal token", chance => "ghp" + "_" + chance.Text(Alphabets.LettersAndDigits, 36)),
        SecretKind.Token("github oauth token", chance => "gho" + "_" + chance.Text(Alphabets.LettersAndDigits, 36)),
        SecretKind.Token("github app token", chance
            => chance.Pick("ghu", "ghs") + "_" + chance.Text(Alphabets.LettersAndDigits, 36)),
        SecretKind.Token("github refresh token", chance => "ghr" + "_" + chance.Text(Alphabets.LettersAndDigits, 76)),
        SecretKind.Token("github fine-grained token", chance => "github" + "_pat_"
            + chance.Text(Alphabets.LettersAndDigits, 22) + "_" + chance.Text(Alphabets.LettersAndDigits, 59)),
        SecretKind.Token("gitlab personal token", chance => "glpat" + "-" + chance.Text(Alphabets.Base64Url, 20)),
        SecretKind.Token("gitlab routable token", chance => "glpat" + "-"
            + chance.Text(Alphabets.Base64Url, chance.Between(27, 60)) + ".01." + chance.Text(Alphabets.LowerAndDigits,
                9)),
        SecretKind.Token("gitlab deploy or runner token", chance
            => chance.Pick("gldt", "glrt", "glft", "glsoat") + "-" + chance.Text(Alphabets.Base64Url, 20)),
        SecretKind.Token("gitlab trigger or job token", chance => chance.Pick(
            "glptt" + "-" + chance.Text(Alphabets.Hex, 40), "glcbt" + "-64_" + chance.Text(Alphabets.Base64Url, 20),
            "glagent" + "-" + chance.Text(Alphabets.Base64Url, 50))),
        SecretKind.Token("npm token", chance => "npm" + "_" + chance.Text(Alphabets.LettersAndDigits, 36)),
        SecretKind.Part("npmrc", chance => Fragment.In(
            $"//registry.npmjs.org/:_auth{"Token"}=<@>", new Guid(chance.Bytes(16)).ToString())),
        SecretKind.Token("nuget key", chance => "oy2" + chance.Text(Alphabets.Lower + "234567", 43)),
        SecretKind.Token("pypi token", chance => "pypi" + "-AgEIcHlwaS5vcmc" + chance.Text(Alphabets.Base64Url, 140)),
        SecretKind.Token("docker token", chance => "dckr" + "_pat_" + chance.Text(Alphabets.Base64Url, 27)),
    ];
}
