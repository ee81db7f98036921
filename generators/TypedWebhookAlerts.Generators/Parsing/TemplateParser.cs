using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>
/// Takes a template apart by the rules of <see cref="string.Format(string, object[])"/>, with names in place of
/// numbers: what a .NET developer knows holds here too.
/// </summary>
internal sealed class TemplateParser
{
    // string.Format's own limit.
    private const int MaxAlignment = 999_999;

    private readonly string _text;
    private readonly List<TemplateSegment> _segments = [];
    private readonly StringBuilder _literal = new();
    private TemplateProblem? _problem;
    private int _position;

    private TemplateParser(string text) => _text = text;

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    public static Template Parse(string text) => new TemplateParser(text).Parse();

    private Template Parse()
    {
        while (_position < _text.Length && _problem is null)
        {
            ReadNext();
        }

        if (_problem is not null)
        {
            return new Template(new EquatableArray<TemplateSegment>([new TemplateSegment(_text, null)]), _problem);
        }

        EndLiteral();
        return new Template(new EquatableArray<TemplateSegment>(_segments), null);
    }

    private void ReadNext()
    {
        var character = Current;
        var isDoubled = _position + 1 < _text.Length && _text[_position + 1] == character;
        if (character is '{' or '}' && isDoubled)
        {
            _literal.Append(character);
            _position += 2;
        }
        else if (character == '{')
        {
            ReadHole();
        }
        else if (character == '}')
        {
            Fail("'}' closes no hole; write '}}' for a brace", _position, 1);
        }
        else
        {
            _literal.Append(character);
            _position++;
        }
    }

    private void ReadHole()
    {
        var start = _position++;
        if (ReadPath(start) is not { } path || !TryReadAlignment(start, out var alignment))
        {
            return;
        }

        var format = ReadFormat(start);
        if (_problem is not null)
        {
            return;
        }

        if (Current != '}')
        {
            FailHole(start, "a hole ends with '}' after its name, ',alignment' or ':format'");
            return;
        }

        _position++;
        EndLiteral();
        var text = _text.Substring(start, _position - start);
        _segments.Add(new TemplateSegment(null, new TemplateHole(path, alignment, format, start, text)));
    }

    private EquatableArray<string>? ReadPath(int start)
    {
        var path = new List<string>();
        do
        {
            _position += path.Count == 0 ? 0 : 1;
            if (ReadName() is not { } name)
            {
                FailHole(start, "a hole holds a parameter's name, as in '{name}'; write '{{' for a brace");
                return null;
            }

            path.Add(name);
        }
        while (Current == '.');

        SkipSpaces();
        return new EquatableArray<string>(path);
    }

    private string? ReadName()
    {
        _position += Current == '@' ? 1 : 0;
        var start = _position;
        if (!SyntaxFacts.IsIdentifierStartCharacter(Current))
        {
            return null;
        }

        while (SyntaxFacts.IsIdentifierPartCharacter(Current))
        {
            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    private bool TryReadAlignment(int start, out int alignment)
    {
        alignment = 0;
        if (Current != ',')
        {
            return true;
        }

        _position++;
        SkipSpaces();
        var isLeft = Current == '-';
        _position += isLeft ? 1 : 0;
        var digits = _position;
        for (; Current is >= '0' and <= '9' && alignment <= MaxAlignment; _position++)
        {
            alignment = (alignment * 10) + (Current - '0');
        }

        if (_position == digits || alignment > MaxAlignment)
        {
            FailHole(start, "an alignment is a whole number, as in '{name,10}' or '{name,-10}'");
            return false;
        }

        alignment = isLeft ? -alignment : alignment;
        SkipSpaces();
        return true;
    }

    private string? ReadFormat(int start)
    {
        if (Current != ':')
        {
            return null;
        }

        var begin = ++_position;
        while (_position < _text.Length && Current is not ('{' or '}'))
        {
            _position++;
        }

        if (Current == '{')
        {
            FailHole(start, "a format holds no '{'");
        }

        var format = _text.Substring(begin, _position - begin);
        return format.Length == 0 ? null : format;
    }

    private void SkipSpaces()
    {
        while (Current == ' ')
        {
            _position++;
        }
    }

    private void EndLiteral()
    {
        if (_literal.Length > 0)
        {
            _segments.Add(new TemplateSegment(_literal.ToString(), null));
            _literal.Clear();
        }
    }

    private void FailHole(int start, string message)
    {
        if (_position >= _text.Length)
        {
            message = "'{' opens a hole that is not closed; write '{{' for a brace";
        }

        var end = _text.IndexOf('}', start);
        Fail(message, start, (end < 0 ? _text.Length : end + 1) - start);
    }

    private void Fail(string message, int start, int length)
        => _problem ??= new TemplateProblem(message, start, length);
}
