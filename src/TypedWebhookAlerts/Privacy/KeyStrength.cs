namespace TypedWebhookAlerts.Privacy;

/// <summary>What a key's name says of its value.</summary>
internal enum KeyStrength
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A secret that a machine made, which looks like it: <c>apiKey</c>.</summary>
    Token,

    /// <summary>A secret that may be any word: <c>password</c>.</summary>
    Password,

    /// <summary>The header <c>Authorization</c>.</summary>
    Authorization,

    /// <summary>A header with cookies.</summary>
    Cookie,
}
