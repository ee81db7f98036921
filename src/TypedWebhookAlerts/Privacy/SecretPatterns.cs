using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Privacy;

/// <summary>
/// What secrets look like. Each pattern is asked at one place only, and each of its loops has a bound: the compiler
/// cannot generate code for <see cref="RegexOptions.NonBacktracking"/>, so that the patterns themselves leave no room
/// for more than a bounded number of steps. Tests hold them to that, and to what the engine without backtracking finds.
/// </summary>
internal static partial class SecretPatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\A[MNO][A-Za-z0-9_-]{17,40}\.[A-Za-z0-9_-]{5,8}\.[A-Za-z0-9_-]{20}", Options)]
    public static partial Regex DiscordToken { get; }

    [GeneratedRegex(@"\A(mfa\.[A-Za-z0-9_-]{20}|aW50ZXJhY3Rpb24[A-Za-z0-9_-]{40})", Options)]
    public static partial Regex OtherDiscordToken { get; }

    /// <summary>A slash, or two, as JSON, an address and HTML may write it.</summary>
    private const string Slash = @"(\\{0,3}/{1,2}|%2F|%252F|\\{1,2}u002F|&\#x2F;|&\#47;)";

    [GeneratedRegex(
        @"\Awebhooks" + Slash + "[0-9]{1,20}" + Slash + "[A-Za-z0-9_-]{16}",
        Options | RegexOptions.IgnoreCase)]
    public static partial Regex DiscordWebhook { get; }

    [GeneratedRegex(@"\A(gh[a-z]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{30})", Options)]
    public static partial Regex GitHubToken { get; }

    [GeneratedRegex(@"\A(gl[a-z]{2,5}-[A-Za-z0-9_-]{20}|GR1348941[A-Za-z0-9_-]{20})", Options)]
    public static partial Regex GitLabToken { get; }

    [GeneratedRegex(@"\A(xox[a-z]-[A-Za-z0-9-]{10}|xapp-[0-9]-[A-Za-z0-9-]{10}|xwfp-[A-Za-z0-9-]{10})", Options)]
    public static partial Regex SlackToken { get; }

    [GeneratedRegex(
        @"\Ahooks\.slack(-gov)?\.com(\\{0,3}/|%2F)(services|workflows|triggers)"
            + @"((\\{0,3}/|%2F)[A-Za-z0-9]{1,40}){1,2}(\\{0,3}/|%2F)[A-Za-z0-9]{16}",
        Options | RegexOptions.IgnoreCase)]
    public static partial Regex SlackWebhook { get; }

    [GeneratedRegex(@"\AIncomingWebhook(\\{0,3}/|%2F)[A-Za-z0-9]{16}", Options | RegexOptions.IgnoreCase)]
    public static partial Regex TeamsWebhook { get; }

    [GeneratedRegex(@"\A((AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}|ABSK[A-Za-z0-9+/]{60})", Options)]
    public static partial Regex AwsKey { get; }

    [GeneratedRegex(
        @"\A(AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{20}|ya29\.[A-Za-z0-9_.-]{20}|1//0[A-Za-z0-9_-]{30})", Options)]
    public static partial Regex GoogleKey { get; }

    /// <summary>What Entra gives an application: a mark stands after its first four characters.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31}", Options)]
    public static partial Regex AzureKey { get; }

    [GeneratedRegex(@"\A([sr]k_(live|test)_[A-Za-z0-9]{10}|whsec_[A-Za-z0-9+/]{20})", Options)]
    public static partial Regex StripeKey { get; }

    [GeneratedRegex(@"\Ask-ant-[A-Za-z0-9_-]{20}", Options)]
    public static partial Regex AnthropicKey { get; }

    [GeneratedRegex(@"\Ask-(proj-|svcacct-|admin-|or-v1-)?[A-Za-z0-9_-]{20}", Options)]
    public static partial Regex OpenAIKey { get; }

    [GeneratedRegex(@"\Anpm_[A-Za-z0-9]{30}", Options)]
    public static partial Regex NpmToken { get; }

    [GeneratedRegex(@"\Aoy2[a-z0-9]{43}", Options)]
    public static partial Regex NuGetKey { get; }

    [GeneratedRegex(@"\ASK[0-9a-fA-F]{32}", Options)]
    public static partial Regex TwilioKey { get; }

    [GeneratedRegex(@"\ASG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16}", Options)]
    public static partial Regex SendGridKey { get; }

    [GeneratedRegex(@"\A[0-9]{6,12}(:|%3A)[A-Za-z0-9_-]{30}", Options | RegexOptions.IgnoreCase)]
    public static partial Regex TelegramToken { get; }

    /// <summary>The begin of a header in JSON: what follows decides.</summary>
    [GeneratedRegex(@"\AeyJ[A-Za-z0-9_-]{10}", Options)]
    public static partial Regex Jwt { get; }

    [GeneratedRegex(
        """
        \A(do[opr]_v1_[a-f0-9]{64}|dapi[a-f0-9]{32}|shp(at|ca|pa|ss)_[a-fA-F0-9]{32}|sq0(atp|csp|idp)-[A-Za-z0-9_-]{22}
        |pypi-[A-Za-z0-9_-]{50}|dckr_(pat|oat)_[A-Za-z0-9_-]{20}|hv[sbr]\.[A-Za-z0-9_-]{20}|hf_[A-Za-z0-9]{30}
        |AGE-SECRET-KEY-1[0-9A-Z]{50}|lin_(api|oauth)_[A-Za-z0-9]{30}|PMAK-[a-f0-9]{24}-[a-f0-9]{30}
        |glsa_[A-Za-z0-9_]{30}|glc_[A-Za-z0-9+/]{30}|NRAK-[A-Z0-9]{27}|NRJS-[a-f0-9]{19}|dt0[a-z][0-9]{2}\.[A-Z0-9]{24}
        |AT[AC]TT3[A-Za-z0-9_=-]{50}|sntry[su]_[A-Za-z0-9+/_=-]{30}
        |pscale_(tkn|pw|oauth)_[A-Za-z0-9_.-]{30}
        |dp\.(pt|st|ct|sa|scim|audit)\.[A-Za-z0-9.]{30})
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex PlatformKey { get; }

    [GeneratedRegex(
        """
        \A(figd_[A-Za-z0-9_-]{30}|ntn_[A-Za-z0-9]{40}|secret_[A-Za-z0-9]{43}|pat[A-Za-z0-9]{14}\.[a-f0-9]{60}
        |rubygems_[a-f0-9]{48}|HRKU-[A-Za-z0-9_-]{36}|ATBB[A-Za-z0-9]{28}
        |gsk_[A-Za-z0-9]{40}|r8_[A-Za-z0-9]{30}|xai-[A-Za-z0-9]{40}|pplx-[A-Za-z0-9]{40}|sbp_[a-f0-9]{40}
        |sb_secret_[A-Za-z0-9_-]{20}|fo1_[A-Za-z0-9_-]{40}|bkua_[a-f0-9]{40}|AKCp[A-Za-z0-9]{40}|sq[apu]_[a-f0-9]{40}
        |nfp_[A-Za-z0-9]{36}|key-[a-f0-9]{32}|EAAA[A-Za-z0-9_-]{50}|EAACEdEose0cBA[A-Za-z0-9]{20}
        |tskey-[a-z]{3,8}-[A-Za-z0-9-]{20}
        |CFPAT-[A-Za-z0-9_-]{40}|ops_eyJ[A-Za-z0-9_-]{40}|vercel_[A-Za-z0-9_]{24}|tfp_[A-Za-z0-9_-]{40}
        |oauth:[a-z0-9]{30}|EZ[AT]K[A-Za-z0-9]{50}|shippo_(live|test)_[a-f0-9]{40}|aio_[A-Za-z0-9]{28}
        |phc_[A-Za-z0-9]{40}
        |phx_[A-Za-z0-9]{40}|ddp_[A-Za-z0-9]{30}|tvly-[A-Za-z0-9-]{30}|nvapi-[A-Za-z0-9_-]{50}|xkeysib-[a-f0-9]{64}
        |xsmtpsib-[a-f0-9]{64}|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20}|pul-[a-f0-9]{40}|sgp_[A-Za-z0-9_]{40}
        |rdme_[a-z0-9]{70}|frp_[A-Za-z0-9_-]{30}|sk_[a-f0-9]{40})
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex ServiceKey { get; }
}
