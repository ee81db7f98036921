using System.Buffers;
using System.Net;

namespace TypedWebhookAlerts.Privacy;

/// <summary>Finds e-mail addresses, IP addresses and telephone numbers.</summary>
internal static class PersonalData
{
    private const int LongestLocalPart = 64;
    private const int LongestDomain = 253;
    private const int LongestAddress = 45;
    private const int LeastDigits = 8;
    private const int MostDigits = 15;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("@.:+");

    private static readonly SearchValues<char> s_localPart = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+-/=?^_`{|}~");

    private static readonly SearchValues<char> s_addressCharacters = SearchValues.Create("0123456789abcdefABCDEF:.");

    private static readonly SearchValues<char> s_beforeEmail = SearchValues.Create("='/`{|&?");

    private static readonly SearchValues<char> s_four = SearchValues.Create("0123456789.");

    public static void Find(ref SecretSearch search)
    {
        for (var start = 0; start < search.Text.Length;)
        {
            var next = search.Text[start..].IndexOfAny(s_marks);
            if (next < 0)
            {
                return;
            }

            start += next;
            start = search.Text[start] switch
            {
                '@' => FindEmail(ref search, start),
                '+' => FindTelephone(ref search, start),
                _ => FindIPAddress(ref search, start),
            };
        }
    }

    private static int FindEmail(ref SecretSearch search, int at)
    {
        var text = search.Text;
        var start = at;
        while (start > 0 && at - start < LongestLocalPart && s_localPart.Contains(text[start - 1]))
        {
            start--;
        }

        // What a sentence or a query puts before an address is no part of it.
        start += text[start..at].LastIndexOfAny(s_beforeEmail) + 1;
        var rest = text[(at + 1)..Math.Min(text.Length, at + 1 + LongestDomain)];
        var length = rest.IndexOfAnyExcept(CharKinds.Dotted) is var found and >= 0 ? found : rest.Length;
        var domain = rest[..length].TrimEnd(".-_");
        var dot = domain.LastIndexOf('.');
        var isEmail = start < at && dot > 0 && domain.Length - dot > 2 && char.IsAsciiLetter(domain[dot + 1]);
        if (!isEmail)
        {
            return at + 1;
        }

        search.Add(start, at + 1 + domain.Length, RedactedKinds.Email);
        return at + 1 + domain.Length;
    }

    private static int FindIPAddress(ref SecretSearch search, int mark)
    {
        var text = search.Text;
        var start = mark;
        while (start > 0 && mark - start < LongestAddress && s_addressCharacters.Contains(text[start - 1]))
        {
            start--;
        }

        var end = CharKinds.EndOf(text, mark, s_addressCharacters);
        var run = text[start..end].TrimEnd('.');
        if (run.Length > LongestAddress || IsWithinWord(text, start, start + run.Length))
        {
            return end;
        }

        // A port, or a colon that ends the clause, may follow.
        var colon = run.LastIndexOf(':');
        var isFour = run.Contains('.') && run.Count(':') == (colon < 0 ? 0 : 1);
        var address = isFour && colon >= 0 ? run[..colon] : run.EndsWith("::") ? run : run.TrimEnd(':');
        if (isFour ? IsFour(text, start, address) : IsSix(address))
        {
            search.Add(start, start + address.Length, RedactedKinds.IPAddress);
        }

        return end;
    }

    // Four numbers are a version where the text says so.
    private static bool IsFour(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> address)
    {
        var before = text[Math.Max(0, start - 12)..start];
        var isVersion = before.Contains("ersion", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("v", StringComparison.OrdinalIgnoreCase)
            || (before.Length > 1 && before[^1] is '/' or '@' or '-' && char.IsAsciiLetterOrDigit(before[^2]));
        return address.Count('.') == 3 && !isVersion
            && !address.ContainsAnyExcept(s_four)
            && IPAddress.TryParse(address, out var parsed) && !IsNobodys(parsed);
    }

    private static bool IsSix(ReadOnlySpan<char> address)
        => address.Count(':') >= 2 && address.ContainsAnyInRange('0', '9')
            && IPAddress.TryParse(address, out var parsed) && !IsNobodys(parsed);

    private static bool IsNobodys(IPAddress address)
        => IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static bool IsWithinWord(ReadOnlySpan<char> text, int start, int end)
        => (start > 0 && text[start - 1] is var before && before is not ('v' or 'V')
                && (char.IsLetterOrDigit(before) || before == '_'))
            || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'));

    /// <summary>A number in its international form: a plus and 8 to 15 digits, in groups.</summary>
    private static int FindTelephone(ref SecretSearch search, int plus)
    {
        var text = search.Text;
        var isNumber = (plus == 0 || !char.IsLetterOrDigit(text[plus - 1]))
            && plus + 1 < text.Length && text[plus + 1] is >= '1' and <= '9';
        var (digits, end) = (0, plus + 1);
        for (var at = plus + 1; isNumber && at < text.Length && digits <= MostDigits; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                (digits, end) = (digits + 1, at + 1);
            }
            else if (text[at] is not (' ' or '-' or '(' or ')' or '.' or '/' or '\u00A0') || at - end > 1)
            {
                break;
            }
        }

        if (digits is < LeastDigits or > MostDigits || (end < text.Length && char.IsLetter(text[end])))
        {
            return plus + 1;
        }

        search.Add(plus, end, RedactedKinds.Telephone);
        return end;
    }
}
