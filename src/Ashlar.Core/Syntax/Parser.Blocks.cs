using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>A run of members between braces while it is read.</summary>
    private struct Block(string owner, int open, bool hasBrace, bool isOpen)
    {
        public readonly string Owner = owner;

        /// <summary>The position of the opening brace among the tokens.</summary>
        public readonly int Open = open;

        public readonly bool HasBrace = hasBrace;
        public readonly bool IsOpen = isOpen;

        /// <summary>Where the last item started.</summary>
        public int Position = -1;
    }

    /// <summary>Starts a block; without its brace, one is assumed where its content seems to follow.</summary>
    private Block OpenBlock(string owner)
    {
        var position = _position;
        var hasBrace = Expect(TokenKind.OpenBrace);
        SkipDoubled(TokenKind.OpenBrace);
        return new Block(owner, position, hasBrace, hasBrace || (Kind == TokenKind.Word && SeemsInside));
    }

    /// <summary>Whether another item follows. An item that read nothing is unexpected text: it is skipped.</summary>
    private bool InBlock(ref Block block)
    {
        if (block.IsOpen && block.Position == _position && !AtBlockEnd)
        {
            SkipUnexpected(block.Owner);
        }

        block.Position = _position;
        return block.IsOpen && !AtBlockEnd;
    }

    private bool AtBlockEnd => Kind is TokenKind.CloseBrace or TokenKind.EndOfFile || AtDeclaration;

    private void CloseBlock(Block block)
    {
        if (block.IsOpen && !TryTake(TokenKind.CloseBrace) && block.HasBrace && _reportedAt != _position)
        {
            Report(FindInnerUnclosed(block.Open) is var (open, close) and not (0, 0)
                ? UnclosedBefore(open, close)
                : Unclosed(block));
        }
    }

    private Diagnostic Unclosed(Block block)
    {
        var isFileEnd = Kind == TokenKind.EndOfFile;
        var mark = isFileEnd ? Previous : Current;
        var insertion = isFileEnd || IsFirstOnLine(_position) ? "\n}" : " }";
        return _report.Finding<MissingClosingBrace>(mark.Span, $"{block.Owner} is not closed")
            .WithLabel(isFileEnd ? "the file ends before the `}`" : "this starts before the `}`")
            .WithRelated(_report.At(_tokens[block.Open].Span), "opened here")
            .WithHelp("write `}` at its end")
            .WithFix(_report.Inserting(Previous.Span.End, insertion, $"insert `}}` after {Show(Previous)}"));
    }

    /// <summary>
    /// The block inside an unclosed one that, by the indentation of its `}`, lacks that brace: it took the one of the
    /// block around it. (0, 0) where the indentation does not tell.
    /// </summary>
    private (int Open, int Close) FindInnerUnclosed(int open)
    {
        var stack = new Stack<int>();
        for (var position = open; position < _position; position++)
        {
            if (_tokens[position].Kind == TokenKind.OpenBrace)
            {
                stack.Push(position);
            }
            else if (_tokens[position].Kind == TokenKind.CloseBrace && stack.TryPop(out var opened)
                && IsFirstOnLine(position) && opened > open && Indentation(position) < Indentation(opened))
            {
                return (opened, position);
            }
        }

        return (0, 0);
    }

    private Diagnostic UnclosedBefore(int open, int close)
    {
        var first = FirstOnLineOf(open);
        var owner = Show(_tokens[first]);
        var before = _tokens[close - 1];
        var insertion = "\n" + new string(' ', Indentation(open)) + "}";
        return _report.Finding<MissingClosingBrace>(_tokens[close].Span, $"the block of {owner} is not closed")
            .WithLabel("stands at the indentation of the block around it")
            .WithRelated(_report.At(_tokens[open].Span), "opened here")
            .WithHelp("write `}` at its end")
            .WithFix(_report.Inserting(before.Span.End, insertion, $"insert `}}` after {Show(before)}"));
    }

    private int FirstOnLineOf(int position)
    {
        while (!IsFirstOnLine(position))
        {
            position--;
        }

        return position;
    }

    /// <summary>How far the line of a token is indented.</summary>
    private int Indentation(int position)
    {
        var start = _tokens[FirstOnLineOf(position)].Span.Start;
        return start == 0 ? 0 : start - 1 - _source.Text.LastIndexOf('\n', start - 1);
    }
}
