namespace TypedWebhookAlerts.Delivery;

/// <summary>What a request is about, for those who measure it. Nothing of it is looked at unless somebody
/// does.</summary>
/// <param name="Copies">The alerts that it shows; none for a question, or a message of the library's own.</param>
/// <param name="Routes">The names of its lane's routes.</param>
/// <param name="Resends">How often the same message has been tried before.</param>
internal readonly record struct RequestSubject(
    IReadOnlyList<AlertCopy> Copies, Func<IReadOnlyList<string>> Routes, int Resends = 0)
{
    /// <summary>The route that it is counted for: that of its first alert.</summary>
    public string Route => Copies.Count > 0 ? Copies[0].Route.Name : Routes() is [var first, ..] ? first : "";

    /// <summary>All routes that it is for.</summary>
    public string AllRoutes
        => string.Join(',', Copies.Count > 0 ? Copies.Select(copy => copy.Route.Name).Distinct() : Routes());
}
