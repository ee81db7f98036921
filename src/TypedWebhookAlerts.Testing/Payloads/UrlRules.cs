using System.Text;

namespace TypedWebhookAlerts.Testing.Payloads;

/// <summary>What Discord takes as an address.</summary>
internal static class UrlRules
{
    private const int Longest = 2048;

    public static FormError? Check(string text, bool orAttachment)
    {
        if (CodePoints.Count(text) > Longest)
        {
            return FormErrors.TooLong(Longest);
        }

        // The schema says "uri", and in that nothing is beyond ASCII; .NET alone would let it pass.
        if (!Ascii.IsValid(text) || !Uri.IsWellFormedUriString(text, UriKind.Absolute))
        {
            return FormErrors.NotUrl;
        }

        var address = new Uri(text);
        return address.Scheme switch
        {
            "http" or "https" => address.Host.Length == 0 ? FormErrors.NotUrl : null,
            "attachment" when orAttachment => null,
            _ => FormErrors.BadScheme(
                address.Scheme, orAttachment ? "'http', 'https', 'attachment'" : "'http', 'https'"),
        };
    }
}
