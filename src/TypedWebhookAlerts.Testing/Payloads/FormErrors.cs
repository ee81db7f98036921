namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>What Discord finds wrong with values, by name.</summary>
internal static class FormErrors
{
    public static FormError Required { get; } = new("BASE_TYPE_REQUIRED", "This field is required");

    public static FormError EmptyItem { get; } =
        new("LIST_ITEM_VALUE_REQUIRED", "List item values of ModelType are required");

    public static FormError NotObject { get; } =
        new("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");

    public static FormError NotList { get; } = new("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");

    public static FormError NotText { get; } = new("STRING_TYPE_CONVERT", "Could not interpret value as string.");

    public static FormError NotBoolean { get; } = new("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");

    public static FormError NotInteger { get; } = new("NUMBER_TYPE_COERCE", "Value is not int.");

    public static FormError NotUrl { get; } = new("URL_TYPE_INVALID_URL", "Not a well formed URL.");

    public static FormError NotNumber { get; } = new("NUMBER_TYPE_COERCE", "Value is not a number.");

    /// <summary>Discord's words for it are not known to us.</summary>
    public static FormError NoSuchFile { get; } = new("ATTACHMENT_NOT_FOUND", "No file of this id");

    public static FormError Duplicate { get; } = new("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains it");

    public static FormError TooLargeTogether { get; } =
        new("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");

    public static FormError BackticksInName { get; } =
        new("USERNAME_INVALID_CONTAINS", "Username cannot contain \"```\"");

    public static FormError ReservedName { get; } = new("USERNAME_INVALID", "Username is reserved");

    /// <summary>Not Discord's: what the simulator does not know it refuses, so that no test passes by its
    /// ignorance.</summary>
    public static FormError NotModelled { get; } =
        new("SIMULATOR_NOT_MODELLED", "The simulator does not model this part of a message");

    public static FormError NameContains(string word)
        => new("USERNAME_INVALID_CONTAINS", $"Username cannot contain \"{word}\"");

    public static FormError TooLong(int longest)
        => new("BASE_TYPE_MAX_LENGTH", $"Must be {longest} or fewer in length.");

    public static FormError BadLength(int shortest, int longest)
        => new("BASE_TYPE_BAD_LENGTH", $"Must be between {shortest} and {longest} in length.");

    public static FormError TooSmall(long least)
        => new("NUMBER_TYPE_MIN", $"int value should be greater than or equal to {least}.");

    public static FormError TooGreat(long greatest)
        => new("NUMBER_TYPE_MAX", $"int value should be less than or equal to {greatest}.");

    public static FormError NotSnowflake(string text)
        => new("NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");

    public static FormError NotOneOf(string choices)
        => new("BASE_TYPE_CHOICES", $"Value must be one of {{{choices}}}.");

    public static FormError NotTimestamp(string text)
        => new("DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");

    public static FormError BadScheme(string scheme, string allowed)
        => new("URL_TYPE_INVALID_SCHEME", $"Scheme \"{scheme}\" must be one of ({allowed}).");

    public static FormError Exclusive(string kind) => new(
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
}
