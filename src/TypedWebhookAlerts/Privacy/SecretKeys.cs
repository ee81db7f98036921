namespace TypedWebhookAlerts.Privacy;

/// <summary>Tells by a key's name whether its value is a secret. The last words count: <c>db_password</c> holds one,
/// <c>passwordLength</c> does not.</summary>
internal static class SecretKeys
{
    /// <summary>Of a longer name the last characters count.</summary>
    public const int Longest = 64;

    private static readonly string[] s_passwords =
    [
        "password", "passwd", "passwrd", "passwort", "passphrase", "passcode", "pwd", "kennwort", "contrasena",
        "userpass", "dbpass", "sshpass", "smtppass", "sqlpass", "mysqlpass", "ftppass", "rootpass", "adminpass",
        "mailpass", "redispass", "keypass", "storepass", "pgpass", "proxypass", "loginpass", "motdepasse",
        "requirepass", "masterauth", "masterpass", "passwords", "passphrases", "passcodes",
    ];

    private static readonly string[] s_tokens =
    [
        "secret", "secrets", "secretvalue", "token", "tokens", "apikey", "apikeys", "authkey", "accesskey",
        "accountkey", "secretkey", "privatekey", "signingkey", "signaturekey", "encryptionkey", "decryptionkey",
        "validationkey", "masterkey", "sharedkey", "sharedaccesskey", "sharedaccesssignature", "storagekey",
        "subscriptionkey", "servicekey", "adminkey", "appkey", "applicationkey", "clientkey", "consumerkey",
        "deploykey", "webhookkey", "functionkey", "functionskey", "hostkey", "licensekey", "licencekey", "jwtkey",
        "aeskey", "hmackey", "cryptokey", "symmetrickey", "sessionkey", "idhashkey", "integrationkey", "routingkey",
        "writekey", "queuekey", "cosmoskey", "searchkey", "connectionkey", "primarykeyvalue", "accesskeysecret",
        "secretid", "credential", "credentials", "creds", "apiauth", "sastoken", "saskey", "instrumentationkey",
        "authcode", "apisecret", "sendgridkey", "stripekey", "openaikey", "twiliokey", "azurekey", "awskey",
        "googlekey", "npmkey", "nugetkey", "telegramkey", "mailgunkey", "datadogkey", "ddapikey", "xapikey", "xauth",
        "dockerauth", "recoverykey", "recoverycode", "backupcode", "totpseed", "seedphrase", "userkey", "partnerkey",
        "merchantkey", "storekey", "publishkey", "rootkey", "ingestkey", "ingestionkey", "basicauth", "botkey",
        "devicekey", "wepkey", "wifikey", "psk", "presharedkey", "cookiesecret", "sessionid", "jsessionid", "phpsessid",
        "sessid", "aspnetsessionid", "connectsid", "sidtoken", "otp", "authentication", "secretkeybase", "amzsignature",
        "googsignature", "accesskeys", "secretkeys", "privatekeys", "accountkeys", "signingkeys", "encryptionkeys",
        "masterkeys", "recoverykeys", "recoverycodes", "backupcodes", "sessionids",
    ];

    /// <summary>What ends like the above and is none.</summary>
    private static readonly string[] s_harmless =
    [
        "publickeytoken", "cancellationtoken", "canceltoken", "canceltokens", "stoppingtoken", "changetoken",
        "nexttoken", "continuationtoken", "pagetoken", "synctoken", "deltatoken", "resumetoken", "metadatatoken",
        "concurrencytoken", "syntaxtoken", "jsontoken", "endtoken", "unexpectedtoken", "starttoken", "firsttoken",
        "lasttoken", "currenttoken", "prompttokens", "completiontokens", "totaltokens", "maxtokens", "inputtokens",
        "outputtokens", "cachedtokens", "mintokens", "remainingtokens", "usedtokens", "locktoken", "stoptoken",
        "trackingtoken", "placeholdertoken",
    ];

    /// <summary>What may follow, when the words before already say it.</summary>
    private static readonly string[] s_suffixes =
    [
        "value", "text", "string", "plaintext", "plain", "base64", "production", "prod", "development", "dev", "test",
        "staging", "live", "old", "new", "current", "previous", "primary", "secondary", "raw", "env", "default",
        "backup", "main", "confirmation", "confirm", "confirmed", "again", "repeat", "header", "param", "parameter",
        "v",
    ];

    public static KeyStrength StrengthOf(ReadOnlySpan<char> name)
    {
        Span<char> buffer = stackalloc char[Longest];
        var words = Normalize(name, buffer);
        var strength = StrengthOfWords(words);
        foreach (var suffix in strength == KeyStrength.None ? s_suffixes : [])
        {
            if (words.EndsWith(suffix)
                && StrengthOfWords(words[..^suffix.Length].TrimEnd("0123456789")) is var found and > 0)
            {
                return found;
            }
        }

        return strength == KeyStrength.None && IsWordAtEnd(name) ? LastWord(name) : strength;
    }

    /// <summary>Whether a name is one of what a query has that lets in whoever has the address.</summary>
    public static bool IsInQueries(ReadOnlySpan<char> name)
        => name.Equals("sig", StringComparison.OrdinalIgnoreCase)
            || name.Equals("signature", StringComparison.OrdinalIgnoreCase)
            || name.Equals("code", StringComparison.OrdinalIgnoreCase);

    private static KeyStrength StrengthOfWords(ReadOnlySpan<char> words)
    {
        if (EndsWithAny(words, s_passwords))
        {
            return KeyStrength.Password;
        }

        if (EndsWithAny(words, s_tokens))
        {
            return EndsWithAny(words, s_harmless) ? KeyStrength.None : KeyStrength.Token;
        }

        return words.EndsWith("authorization") ? KeyStrength.Authorization
            : words is "cookie" or "cookies" or "setcookie" or "setcookies" or "httpcookie" ? KeyStrength.Cookie
            : KeyStrength.None;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> words, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (words.EndsWith(ending))
            {
                return true;
            }
        }

        return false;
    }

    // As last words of their own only: "bypass" and "author" end or begin with them.
    private static KeyStrength LastWord(ReadOnlySpan<char> name)
        => name.EndsWith("auth", StringComparison.OrdinalIgnoreCase) ? KeyStrength.Token : KeyStrength.Password;

    private static bool IsWordAtEnd(ReadOnlySpan<char> name)
    {
        var length = name.EndsWith("pass", StringComparison.OrdinalIgnoreCase) ? 4
            : name.EndsWith("auth", StringComparison.OrdinalIgnoreCase) ? 4
            : name.EndsWith("pw", StringComparison.OrdinalIgnoreCase) ? 2
            : 0;
        if (length == 0)
        {
            return false;
        }

        var start = name.Length - length;
        return start == 0 || !char.IsAsciiLetter(name[start - 1])
            || (char.IsAsciiLetterUpper(name[start]) && char.IsAsciiLetterLower(name[start - 1]));
    }

    private static ReadOnlySpan<char> Normalize(ReadOnlySpan<char> name, Span<char> words)
    {
        var length = 0;
        foreach (var c in name[Math.Max(0, name.Length - Longest)..])
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                words[length++] = char.ToLowerInvariant(c);
            }
        }

        return words[..length].TrimEnd("0123456789");
    }
}
