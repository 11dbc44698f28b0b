using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what stands around the rows of a view: `reply { tags: tag of rows }`.</summary>
internal static class ViewReplyBinder
{
    private const string Rows = "rows";

    public static ViewEndpoint Bind(Site site, ViewElement view, ExposeViewSyntax node, ViewEndpoint endpoint)
    {
        if (node.Reply is not { } reply)
        {
            return endpoint;
        }

        var binder = new ReplyBinder(site, reply, view.Name.Name) { HasRow = true };
        var form = binder.Form;
        if (form.Envelope is null || binder.Row is not { } row)
        {
            site.Add(ViewForm.ReplyWithoutRows(site.At(reply)));
            return endpoint;
        }

        return endpoint with { Form = form, Column = ColumnOf(site, view, row) };
    }

    private static string ColumnOf(Site site, ViewElement view, ReplyRowSyntax row)
    {
        if (row is { Source: null, Shape: { Qualifier: null, Name.Text: Rows } })
        {
            return "";
        }

        var name = row.Shape.Name;
        if (view.Bound?.Columns.FirstOrDefault(column => column.Name == name.Text) is not { } column)
        {
            if (view.Bound is { } bound && !name.IsMissing)
            {
                site.Add(ViewForm.NoColumn(site.At(name), name.Text, bound.Columns.Select(known => known.Name).Append(Rows)));
            }

            return "";
        }

        if (column.Value.Type is not (ScalarType { Scalar: Scalar.Text, IsNullable: false } or UnknownType))
        {
            site.Add(ViewForm.ColumnAlone(site.At(name), name.Text));
        }

        if (row.Source is { IsMissing: false } source && source.Text != Rows)
        {
            site.Add(ReplySource.At(site.At(source), source.Text, Rows));
        }

        return column.Name;
    }
}
