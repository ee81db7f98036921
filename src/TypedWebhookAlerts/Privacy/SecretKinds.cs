using System.Buffers;

namespace TypedWebhookAlerts.Privacy;

/// <summary>The secrets that are known by how they begin.</summary>
internal static class SecretKinds
{
    private static readonly List<(string Prefix, SecretKind Kind)>[] s_byFirst = new List<(string, SecretKind)>[128];

    /// <summary>All of them; of two that begin alike the first is asked first.</summary>
    public static IReadOnlyList<SecretKind> All { get; } =
    [
        new(RedactedKinds.DiscordToken, SecretPatterns.OtherDiscordToken, CharKinds.Word, "mfa.", "aW50ZXJhY3Rpb24"),
        new(RedactedKinds.GitHubToken, SecretPatterns.GitHubToken, CharKinds.Word,
            "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        new(RedactedKinds.GitLabToken, SecretPatterns.GitLabToken, CharKinds.Dotted,
            "glpat-", "glptt-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glimt-", "glft-", "glsoat-", "glagent-",
            "gloas-",
            "glffct-", "glwt-", "GR1348941"),
        new(RedactedKinds.SlackToken, SecretPatterns.SlackToken, CharKinds.Word, "xox", "xapp-", "xwfp-"),
        new(RedactedKinds.AwsKey, SecretPatterns.AwsKey, CharKinds.Word, "AKIA", "ASIA", "ABIA", "ACCA")
        {
            StandsAlone = true,
        },
        new(RedactedKinds.AwsKey, SecretPatterns.AwsKey, CharKinds.Base64, "ABSK") { StandsAlone = true },
        new(RedactedKinds.GoogleKey, SecretPatterns.GoogleKey, CharKinds.Dotted, "AIza", "GOCSPX-", "ya29.", "1//0")
        {
            StandsAlone = true,
        },
        new(RedactedKinds.StripeKey, SecretPatterns.StripeKey, CharKinds.Word,
            "sk_live_", "sk_test_", "rk_live_", "rk_test_"),
        new(RedactedKinds.StripeKey, SecretPatterns.StripeKey, CharKinds.Base64, "whsec_"),
        new(RedactedKinds.AnthropicKey, SecretPatterns.AnthropicKey, CharKinds.Word, "sk-ant-") { StandsAlone = true },
        new(RedactedKinds.OpenAIKey, SecretPatterns.OpenAIKey, CharKinds.Word, "sk-") { StandsAlone = true },
        new(RedactedKinds.NpmToken, SecretPatterns.NpmToken, CharKinds.Word, "npm_"),
        new(RedactedKinds.NuGetKey, SecretPatterns.NuGetKey, CharKinds.Word, "oy2") { StandsAlone = true },
        new(RedactedKinds.TwilioKey, SecretPatterns.TwilioKey, CharKinds.Word, "SK") { StandsAlone = true },
        new(RedactedKinds.SendGridKey, SecretPatterns.SendGridKey, CharKinds.Dotted, "SG.") { StandsAlone = true },
        new(RedactedKinds.ApiKey, SecretPatterns.PlatformKey, CharKinds.Base64,
            "glc_", "sntrys_", "sntryu_", "ATATT3", "ATCTT3")
        {
            StandsAlone = true,
        },
        new(RedactedKinds.ApiKey, SecretPatterns.PlatformKey, CharKinds.Dotted,
            "doo_v1_", "dop_v1_", "dor_v1_", "dapi", "shpat_", "shpca_", "shppa_", "shpss_", "sq0atp-", "sq0csp-",
            "sq0idp-", "pypi-", "dckr_pat_", "dckr_oat_", "hvs.", "hvb.", "hvr.", "hf_", "AGE-SECRET-KEY-1",
            "lin_api_", "lin_oauth_", "PMAK-", "glsa_", "NRAK-", "NRJS-", "dt0", "pscale_", "dp.")
        {
            StandsAlone = true,
        },
        new(RedactedKinds.ApiKey, SecretPatterns.ServiceKey, CharKinds.Dotted,
            "figd_", "ntn_", "secret_", "pat", "rubygems_", "HRKU-", "ATBB", "gsk_", "r8_", "xai-", "pplx-", "sbp_",
            "sb_secret_", "fo1_", "bkua_", "AKCp", "sqa_", "sqp_", "squ_", "nfp_", "key-", "EAAA", "EAACEdEose0cBA",
            "tskey-", "CFPAT-", "ops_eyJ", "vercel_", "tfp_", "oauth:", "EZAK", "EZTK", "shippo_", "aio_", "phc_",
            "phx_", "ddp_", "tvly-", "nvapi-", "xkeysib-", "xsmtpsib-", "re_", "pul-", "sgp_", "rdme_", "frp_", "sk_")
        {
            StandsAlone = true,
        },
    ];

    /// <summary>Which two characters are the first of a prefix, by the characters' codes.</summary>
    private static readonly bool[] s_pairs = CreatePairs();

    /// <summary>What they begin with, and the other kinds that can be told by that.</summary>
    public static SearchValues<string> CutPrefixes { get; } = SearchValues.Create(
        [.. All.SelectMany(kind => kind.Prefixes), "eyJ"], StringComparison.Ordinal);

    /// <summary>The longest of them, in characters.</summary>
    public static int LongestPrefix { get; } = All.SelectMany(kind => kind.Prefixes).Max(prefix => prefix.Length);

    /// <summary>Where the first two characters of a prefix stand; -1 if nowhere. So many words are not looked for
    /// faster all at once.</summary>
    public static int IndexOfBegin(ReadOnlySpan<char> text)
    {
        var pairs = s_pairs;
        for (var at = 1; at < text.Length; at++)
        {
            if ((text[at - 1] | text[at]) < 128 && pairs[(text[at - 1] << 7) | text[at]])
            {
                return at - 1;
            }
        }

        return -1;
    }

    /// <summary>Finds the secret that begins at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a prefix stands.</param>
    /// <param name="name">The kind's name.</param>
    /// <returns>Where it ends; -1 if none begins there.</returns>
    public static int EndOf(ReadOnlySpan<char> text, int start, out string name)
    {
        foreach (var (prefix, kind) in s_byFirst[text[start]])
        {
            if (text[start..].StartsWith(prefix) && kind.EndOf(text, start) is var end and >= 0)
            {
                name = kind.Name;
                return end;
            }
        }

        name = string.Empty;
        return -1;
    }

    private static bool[] CreatePairs()
    {
        var pairs = new bool[128 * 128];
        foreach (var kind in All)
        {
            foreach (var prefix in kind.Prefixes)
            {
                (s_byFirst[prefix[0]] ??= []).Add((prefix, kind));
                pairs[(prefix[0] << 7) | prefix[1]] = true;
            }
        }

        return pairs;
    }
}
