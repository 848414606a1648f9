"""Signing in, sites, lists and their items."""

from __future__ import annotations

from datetime import UTC, datetime

from azure.core.exceptions import ClientAuthenticationError
from azure.identity import ClientSecretCredential
from msgraph.generated.models.boolean_column import BooleanColumn
from msgraph.generated.models.choice_column import ChoiceColumn
from msgraph.generated.models.column_definition import ColumnDefinition
from msgraph.generated.models.date_time_column import DateTimeColumn
from msgraph.generated.models.hyperlink_or_picture_column import HyperlinkOrPictureColumn
from msgraph.generated.models.list_ import List_
from msgraph.generated.models.list_item import ListItem
from msgraph.generated.models.lookup_column import LookupColumn
from msgraph.generated.models.number_column import NumberColumn
from msgraph.generated.models.person_or_group_column import PersonOrGroupColumn
from msgraph.generated.models.text_column import TextColumn
from msgraph_core.requests.batch_request_builder import BatchRequestBuilder
from msgraph_core.requests.batch_request_content import BatchRequestContent
from msgraph_core.tasks.page_iterator import PageIterator

from conformance.checks import Different, same
from conformance.council import DEPOTS, Council
from conformance.msgraph_sdk.client import SCOPE, Graph, asking, check, checks, fields, given, refused

FEW = 100  # the SDK takes 12 ms to read an item
UNINDEXED = {"Prefer": "HonorNonIndexedQueriesWarningMayFailRandomly"}


@checks.named("token by secret")
def token_by_secret(council: Council) -> None:
    line = council.line
    with ClientSecretCredential(line["tenant"], line["client_id"], line["client_secret"]) as credential:
        same(bool(credential.get_token(SCOPE).token), True)
    with ClientSecretCredential(line["tenant"], line["client_id"], "wrong") as credential:
        try:
            credential.get_token(SCOPE)
        except ClientAuthenticationError as error:
            same("AADSTS7000215" in str(error), True)
        else:
            raise Different("a wrong secret was taken")


@check("token by certificate, site by path")
async def site_by_path(graph: Graph) -> None:
    site = await graph.site.get()
    same((site.web_url, site.display_name), (graph.council.line["site"], "Corporate Plans"))
    same((await graph.client.sites.by_site_id(graph.council.site_key).get()).id, site.id)


@check("lists and columns")
async def lists_and_columns(graph: Graph) -> None:
    lists = await graph.site.lists.get()
    same({DEPOTS, "Documents"} <= {each.display_name for each in lists.value}, True)
    columns = {each.name: each for each in (await graph.depots.columns.get()).value}
    same((columns["Bays"].indexed, columns["Bays"].number is not None), (True, True))
    same((columns["Ward"].text.max_length, columns["Ward"].number), (255, None))


@check("list made with columns of each type")
async def list_made(graph: Graph) -> None:
    columns = [
        ColumnDefinition(name="Note", text=TextColumn(allow_multiple_lines=True)),
        ColumnDefinition(name="Count", number=NumberColumn()),
        ColumnDefinition(name="Open", boolean=BooleanColumn()),
        ColumnDefinition(name="State", choice=ChoiceColumn(choices=["Red", "Green"])),
        ColumnDefinition(name="Tags", choice=ChoiceColumn(choices=["A", "B"], display_as="checkBoxes")),
        ColumnDefinition(name="Due", date_time=DateTimeColumn(format="dateOnly")),
        ColumnDefinition(name="Owner", person_or_group=PersonOrGroupColumn()),
    ]
    made = await graph.site.lists.post(List_(display_name="Gates", columns=columns))
    items = graph.site.lists.by_list_id(made.id).items
    wish = {"Note": "One\nTwo", "Count": 2.5, "Open": True, "State": "Red", "Tags": ["A", "B"], "Due": "2026-03-01"}
    typed = {"Tags@odata.type": "Collection(Edm.String)", "OwnerLookupId": "1"}
    item = await items.post(ListItem(fields=fields(Title="Gate", **wish, **typed)))
    one = items.by_list_item_id(item.id)
    found = (await one.get(asking(one, expand=["fields"]))).fields.additional_data
    same({name: found.get(name) for name in wish}, {**wish, "Due": datetime(2026, 3, 1, tzinfo=UTC)})
    same(found["OwnerLookupId"], "1")


@check("lookup and hyperlink columns")
async def lookup_and_hyperlink(graph: Graph) -> None:
    columns = [
        ColumnDefinition(name="Near", lookup=LookupColumn(list_id=(await graph.depots.get()).id, column_name="Title")),
        ColumnDefinition(name="Page", hyperlink_or_picture=HyperlinkOrPictureColumn(is_picture=False)),
    ]
    made = await graph.site.lists.post(List_(display_name="Gates", columns=columns))
    items = graph.site.lists.by_list_id(made.id).items
    one = items.by_list_item_id((await items.post(ListItem(fields=fields(Title="Gate", NearLookupId="7")))).id)
    found = (await one.get(asking(one, expand=["fields($select=Near,NearLookupId)"]))).fields.additional_data
    same((found["Near"], found["NearLookupId"]), ("Depot 007", "7"))
    await refused(one.fields.patch(fields(Page={"Url": "https://far.example"})), 400, "invalidRequest")


@check("items: read, changed, deleted")
async def items_changed(graph: Graph) -> None:
    await graph.depot(7).fields.patch(fields(Ward="East"))
    found = await graph.depot(7).fields.get()
    same((found.additional_data["Title"], found.additional_data["Ward"]), ("Depot 007", "East"))
    await graph.depot(7).delete()
    await refused(graph.depot(7).get(), 404, "itemNotFound")


@check(f"{FEW} items in pages")
async def pages(graph: Graph) -> None:
    items = graph.depots.items
    first = await items.get(
        asking(items, select=["id"], filter=f"fields/Bays le {FEW}", expand=["fields($select=Title)"], top=40)
    )
    seen: list[str] = []
    iterator = PageIterator(first, graph.client.request_adapter)
    await iterator.iterate(lambda item: seen.append(item.fields.additional_data["Title"]) or True)
    same(seen, [f"Depot {number:03}" for number in range(1, FEW + 1)])


@check("filter and order")
async def filter_and_order(graph: Graph) -> None:
    items = graph.depots.items
    wanted = {"filter": "fields/Bays gt 440 and fields/Bays le 443", "orderby": ["fields/Bays desc"]}
    found = await items.get(asking(items, expand=["fields"], **wanted))
    same([each.fields.additional_data["Bays"] for each in found.value], [443, 442, 441])
    by_ward = "fields/Ward eq 'North' and fields/Bays le 20"
    await refused(items.get(asking(items, filter=by_ward)), 400, "invalidRequest")
    same(len((await items.get(asking(items, UNINDEXED, filter=by_ward))).value), 10)


@check("stale If-Match is 412")
async def stale(graph: Graph) -> None:
    etag = (await graph.depot(1).get()).e_tag
    await graph.depot(1).fields.patch(fields(Ward="East"), given({"If-Match": etag}))
    late = graph.depot(1).fields.patch(fields(Ward="West"), given({"If-Match": etag}))
    await refused(late, 412, "resourceModified")


@check("items delta: deletion, latest, expiry")
async def items_delta(graph: Graph) -> None:
    items = graph.depots.items
    latest = await items.delta_with_token("latest").get()
    same(latest.value, [])
    await graph.depot(2).delete()
    await graph.depot(3).fields.patch(fields(Ward="East"))
    changed = await items.delta.with_url(latest.odata_delta_link).get()
    same([(each.id, each.deleted is not None) for each in changed.value], [("2", True), ("3", False)])
    graph.council.expire_delta()
    await refused(items.delta.with_url(changed.odata_delta_link).get(), 410, "resyncRequired")


@check("batch")
async def batch(graph: Graph) -> None:
    content = BatchRequestContent()
    for number in (1, 9999):
        content.add_request_information(graph.depot(number).to_get_request_information())
    answer = await BatchRequestBuilder(graph.client.request_adapter).post(content)
    same([answer.responses[key].status for key in content.requests], [200, 404])
